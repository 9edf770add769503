import { serializeError, toError } from '@backstage/errors';
import { once } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { RenderedPage } from './page/Page';
import { buildSite } from './site/buildSite';
import type { SiteHost, SiteJob } from './site/SiteHost';
import type { WorkerReport, WorkerRequest } from './worker/messages';

if (parentPort) {
  serve(parentPort);
}

/** Builds the sites that the parent thread asks for. */
function serve(port: MessagePort): void {
  port.on('message', async (request: WorkerRequest) => {
    if (request.type === 'build') {
      await build(port, request.job);
    }
  });
}

/**
 * The pages of the last site, which most often is built again; all others are with the parent thread, which outlives
 * this one.
 */
let lastPages = new Map<string, RenderedPage>();

async function build(port: MessagePort, job: SiteJob): Promise<void> {
  const tell = (report: WorkerReport) => port.postMessage(report);
  const pages = new Map<string, RenderedPage>();
  const host: SiteHost = {
    begin: step => tell({ type: 'begin', step }),
    keepPage: (key, page) => {
      pages.set(key, page);
      tell({ type: 'keep', key, page });
    },
    findPages: async keys => {
      const isAtHand = (key: string) => lastPages.has(key);
      const found = await askFor(
        port,
        keys.filter(key => !isAtHand(key)),
      );
      for (const key of keys) {
        const page = lastPages.get(key) ?? found.get(key);
        if (page) {
          pages.set(key, page);
        }
      }
      lastPages = pages;
      return pages;
    },
  };
  try {
    tell({ type: 'built', site: await buildSite(job, host) });
  } catch (error) {
    tell({ type: 'failed', error: serializeError(toError(error)) });
  }
}

async function askFor(
  port: MessagePort,
  keys: string[],
): Promise<Map<string, RenderedPage>> {
  if (!keys.length) {
    return new Map();
  }
  const report: WorkerReport = { type: 'find', keys };
  port.postMessage(report);
  const [answer]: WorkerRequest[] = await once(port, 'message');
  return answer.type === 'pages' ? answer.pages : new Map();
}
