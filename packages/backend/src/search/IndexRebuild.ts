import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** Changes come in bursts; each build reads the whole catalog. */
const PAUSE_MS = 3_000;

/** A task that runs, or is not registered yet, accepts no start. */
const RETRY_MS = 1_000;

/** After a minute of refusals something else is wrong, and the schedule has to do. */
const MAX_RETRIES = 60;

interface IndexRebuildOptions {
  /** The scheduled task of the search backend that builds the index. */
  taskId: string;
  start(taskId: string): Promise<void>;
  logger: LoggerService;
}

/** Starts the build of one index soon after a change, and again for changes that come while it runs. */
export class IndexRebuild {
  readonly #options: IndexRebuildOptions;
  #timer?: NodeJS.Timeout;
  #dueAt = Infinity;
  #startedAt = -PAUSE_MS;
  #refusals = 0;

  static create(options: IndexRebuildOptions): IndexRebuild {
    return new IndexRebuild(options);
  }

  private constructor(options: IndexRebuildOptions) {
    this.#options = options;
  }

  /**
   * Asks for a build; several requests make one.
   *
   * @param options.withinMs - how long the build may wait for another request to join it
   */
  request(options: { withinMs?: number } = {}): void {
    const { withinMs = 0 } = options;
    const dueAt = Math.max(
      performance.now() + withinMs,
      this.#startedAt + PAUSE_MS,
    );
    if (dueAt < this.#dueAt) {
      this.#refusals = 0;
      this.#schedule(dueAt);
    }
  }

  #schedule(dueAt: number): void {
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(
      () => this.#start(),
      dueAt - performance.now(),
    ).unref();
  }

  async #start(): Promise<void> {
    const { taskId, start, logger } = this.#options;
    try {
      this.#dueAt = Infinity;
      this.#startedAt = performance.now();
      await start(taskId);
    } catch (error) {
      this.#refusals += 1;
      if (this.#refusals < MAX_RETRIES) {
        this.#schedule(performance.now() + RETRY_MS);
        return;
      }
      const reason = isError(error) ? error.message : String(error);
      logger.warn(
        `Search index task ${taskId} was not started, so search is behind until its next scheduled run: ${reason}`,
      );
    }
  }
}
