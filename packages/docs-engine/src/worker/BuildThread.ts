import { deserializeError, ServiceUnavailableError } from '@backstage/errors';
import type { Worker } from 'node:worker_threads';
import type { BuiltSite } from '../site/buildSite';
import type { SiteJob, SiteStep } from '../site/SiteHost';
import type { WorkerReport, WorkerRequest } from './messages';
import type { PageCache } from './PageCache';
import { startWorker } from './startWorker';
import { describeExhaustion, describeOverrun } from './StepOverrun';
import { limitOf, START_LIMIT_MS } from './stepLimit';
import { Watchdog } from './Watchdog';

/** The site that is being built. */
interface Task {
  step: SiteStep;
  patience: number;
  watchdog: Watchdog;
  resolve(site: BuiltSite): void;
  reject(error: unknown): void;
}

/** One thread that builds sites, and ends with the first step that it does not finish. */
export class BuildThread {
  readonly #worker: Worker;
  readonly #cache: PageCache;
  #task: Task | undefined;

  static start(cache: PageCache): BuildThread {
    return new BuildThread(startWorker(), cache);
  }

  private constructor(worker: Worker, cache: PageCache) {
    this.#worker = worker;
    this.#cache = cache;
    worker.on('message', (report: WorkerReport) => this.#hear(report));
    worker.on('error', (error: Error) => {
      const step = this.#task?.step;
      this.#task?.reject((step && describeExhaustion(step, error)) ?? error);
    });
    worker.on('exit', () => {
      const { name = 'nothing' } = this.#task?.step ?? {};
      const message = `The docs engine ended while it was at ${name}; build again`;
      this.#task?.reject(new ServiceUnavailableError(message));
    });
  }

  /** Builds one site; `patience` multiplies the time that each step may take. */
  async build(job: SiteJob, patience: number): Promise<BuiltSite> {
    // Keeps the process from ending under a build, and an idle thread from keeping the process.
    this.#worker.ref();
    const watchdog = Watchdog.create(this.#worker, () => this.#giveUp());
    try {
      return await new Promise((resolve, reject) => {
        const step = { name: 'the docs engine' };
        this.#task = { step, patience, watchdog, resolve, reject };
        watchdog.begin(START_LIMIT_MS);
        this.#tell({ type: 'build', job });
      });
    } finally {
      watchdog.stop();
      this.#worker.unref();
      this.#task = undefined;
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(report: WorkerReport): void {
    const task = this.#task;
    if (report.type === 'find') {
      this.#tell({ type: 'pages', pages: this.#cache.find(report.keys) });
    } else if (report.type === 'keep') {
      this.#cache.keep(report.key, report.page);
    } else if (task && report.type === 'begin') {
      task.step = report.step;
      task.watchdog.begin(limitOf(report.step, task.patience));
    } else if (report.type === 'built') {
      task?.resolve(report.site);
    } else if (report.type === 'failed') {
      task?.reject(deserializeError(report.error));
    }
  }

  #giveUp(): void {
    if (this.#task) {
      const { step, patience, reject } = this.#task;
      reject(describeOverrun(step, limitOf(step, patience)));
    }
    this.end();
  }

  #tell(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }
}
