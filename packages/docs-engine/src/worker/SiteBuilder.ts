import fs from 'node:fs/promises';
import { LIMITS } from '../config/limits';
import type { BuiltSite } from '../site/buildSite';
import type { SiteJob } from '../site/SiteHost';
import { stagingOf } from '../site/SiteWriter';
import { BuildThread } from './BuildThread';
import { PageCache } from './PageCache';
import { StepOverrun } from './StepOverrun';

/** How long a thread without work is kept, so that the next change is rendered at once. */
const IDLE_MS = 60_000;

/**
 * Builds documentation sites in a thread of their own, one after the other, and remembers their pages.
 *
 * @remarks A page that takes too long, or too much memory, is left out with a notice that says so; the thread is ended
 * and the rest of the site is built by another one. The process itself never waits.
 */
export class SiteBuilder {
  readonly #cache = PageCache.create(LIMITS.cacheBytes);
  #queue: Promise<unknown> = Promise.resolve();
  #thread: BuildThread | undefined;
  #idleTimer: NodeJS.Timeout | undefined;

  static create(): SiteBuilder {
    return new SiteBuilder();
  }

  private constructor() {}

  /** Builds a site after those that were asked for before. */
  build(job: SiteJob): Promise<BuiltSite> {
    const built = this.#queue.then(() => this.#buildNow(job));
    this.#queue = built.catch(() => {});
    return built;
  }

  /** Ends the thread; a build under way fails. */
  async close(): Promise<void> {
    clearTimeout(this.#idleTimer);
    await this.#thread?.end();
    this.#thread = undefined;
  }

  async #buildNow(job: SiteJob): Promise<BuiltSite> {
    clearTimeout(this.#idleTimer);
    const refused: Record<string, string> = {};
    let exhausting = 0;
    try {
      for (let patience = 1; ; patience /= 2) {
        try {
          return await this.#attempt({ ...job, refused }, patience);
        } catch (error) {
          if (!(error instanceof StepOverrun)) {
            throw error;
          }
          const { file } = error.step;
          exhausting += error.isMemory ? 1 : 0;
          if (!file || exhausting > LIMITS.exhaustingPages) {
            throw error.toInputError();
          }
          refused[file] = error.reason;
        }
      }
    } finally {
      await fs.rm(stagingOf(job.outputDir), { recursive: true, force: true });
      this.#idleTimer = setTimeout(() => this.close(), IDLE_MS);
      this.#idleTimer.unref();
    }
  }

  async #attempt(job: SiteJob, patience: number): Promise<BuiltSite> {
    this.#thread ??= BuildThread.start(this.#cache);
    try {
      return await this.#thread.build(job, patience);
    } catch (error) {
      if (error instanceof StepOverrun) {
        this.#thread = undefined;
      }
      throw error;
    }
  }
}
