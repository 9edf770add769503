import { relative } from 'node:path';
import { Problem } from '../problem.mjs';
import { requireOk } from '../finding.mjs';
import { claimInstance } from '../instance.mjs';
import { DEFAULT_PORT, inspectPort } from '../port.mjs';
import { portalUrl, startPortal } from '../portal.mjs';
import { readLastErrors } from '../portalLog.mjs';
import { checkMachine, prepare, prepareDatabases } from '../preflight.mjs';
import { identifyProcess } from '../processIdentity.mjs';
import { waitUntilPopulated, waitUntilReady } from '../readiness.mjs';

/** A first start migrates every database; on two slow cores that takes half a minute. */
const READY_TIMEOUT_MS = 180_000;
const POPULATED_TIMEOUT_MS = 120_000;

/** Prepares what is missing, runs the portal, and stops it when the user asks. */
export async function run(context, { options }) {
  const started = Date.now();
  const port = options.port ?? DEFAULT_PORT;
  const url = portalUrl(port);
  await checkMachine(context);
  const lock = await claimInstance(context, url);
  requireOk(await inspectPort(context, port));
  await prepare(context);
  await prepareDatabases(context);

  const portal = startPortal(context, port);
  context.onExit(portal.stop);
  lock.update({
    portal: { pid: portal.pid, identity: identifyProcess(portal.pid) },
  });

  const over = Promise.race([untilAborted(context.signal), portal.ended]);
  const waiting = new AbortController();
  over.finally(() => waiting.abort()).catch(() => {});
  await Promise.race([
    over,
    announceWhenUp(context, { url, started, signal: waiting.signal }),
  ]);
  const ending = await over;
  context.output.endProgress();
  if (!context.signal.aborted) {
    throw describeEnd(context, ending);
  }
  context.output.line('Stopping the portal ...');
  await portal.stop();
  context.output.line('Stopped.');
  return 0;
}

async function announceWhenUp(
  { output, paths, root },
  { url, started, signal },
) {
  const logPath = relative(root, paths.portalLog);
  const progress = output.startProgress('Starting the portal');
  const isReady = await waitUntilReady(url, {
    timeoutMs: READY_TIMEOUT_MS,
    signal,
  });
  if (signal.aborted) {
    return;
  }
  if (!isReady) {
    throw new Problem(
      `The portal did not become ready within ${
        READY_TIMEOUT_MS / 1000
      } seconds. Its last errors:`,
      describeLog({ root, paths }),
    );
  }
  progress.update('reading the catalog');
  const count = await waitUntilPopulated(url, {
    timeoutMs: POPULATED_TIMEOUT_MS,
    signal,
  });
  if (signal.aborted) {
    return;
  }
  progress.done();
  announce(output, {
    url,
    count,
    logPath,
    seconds: Math.round((Date.now() - started) / 1000),
  });
}

function announce(output, { url, count, logPath, seconds }) {
  if (count === undefined) {
    output.line(
      'The catalog was not looked at: local sign-in is switched off in the configuration.',
    );
  } else if (count === 0) {
    output.line(
      `The catalog is still empty. The reason should be in ${logPath}.`,
    );
  }
  output.line();
  output.line(`  Groundwork is up after ${seconds} s: ${url}`);
  output.line();
  output.line(
    '  1. Search for "backend" on the home page and open it: its owner, APIs and what it depends on.',
  );
  output.line(
    '  2. Open Docs: the guides of the portal, and the decisions behind it.',
  );
  output.line(
    '  3. Switch the persona in the menu with your name, to see what a viewer or an admin may do.',
  );
  output.line();
  output.line(`  Log: ${logPath}. Stop with Ctrl-C.`);
}

function describeEnd(context, ending) {
  return ending === 'signal SIGKILL'
    ? new Problem(
        'The portal was killed (signal SIGKILL), by somebody or because the memory ran out.',
        'Nothing is lost. To go on: ./groundwork start',
      )
    : new Problem(
        `The portal ended by itself (${ending}). Its last errors:`,
        describeLog(context),
      );
}

function describeLog({ root, paths }) {
  return [
    ...readLastErrors(paths.portalLog),
    `The whole log: ${relative(root, paths.portalLog)}`,
  ].join('\n');
}

function untilAborted(signal) {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', resolve, { once: true });
  });
}
