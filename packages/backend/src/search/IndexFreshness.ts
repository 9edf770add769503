import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** The scheduled tasks of the search backend that build from the catalog. */
const CATALOG_TASK = 'search_index_software_catalog';
const DOCS_TASK = 'search_index_techdocs';

/** While a first start waits for search, a second counts. */
const FILLING_INTERVAL_MS = 1_000;

/** The catalog publishes no event for a new entity; half a minute is well below the schedule. */
const SETTLED_INTERVAL_MS = 30_000;

interface IndexFreshnessOptions {
  countEntities(): Promise<number>;
  /** Builds the docs that are to be indexed; left out where they are built elsewhere. */
  buildDocs?(): Promise<void>;
  rebuild(taskId: string): Promise<void>;
  logger: LoggerService;
}

/**
 * Decides when the search index is out of date: the number of entities has changed since the last
 * build and has settled, so that a catalog that is still filling is not indexed over and over.
 */
export class IndexFreshness {
  readonly #options: IndexFreshnessOptions;
  #indexedCount = 0;
  #lastCount = 0;

  static create(options: IndexFreshnessOptions): IndexFreshness {
    return new IndexFreshness(options);
  }

  private constructor(options: IndexFreshnessOptions) {
    this.#options = options;
  }

  /** Checks again and again until the signal ends it. */
  async watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const isFresh = await this.check().catch(error => {
        this.#report('The catalog could not be counted', error);
        return true;
      });
      await sleep(
        isFresh ? SETTLED_INTERVAL_MS : FILLING_INTERVAL_MS,
        undefined,
        { signal, ref: false },
      ).catch(() => undefined);
    }
  }

  /**
   * Compares the catalog with what is indexed, and starts a build when they have parted.
   *
   * @returns whether the index follows a catalog that has settled
   */
  async check(): Promise<boolean> {
    const count = await this.#options.countEntities();
    const isSettled = count > 0 && count === this.#lastCount;
    this.#lastCount = count;
    if (isSettled && count !== this.#indexedCount) {
      this.#indexedCount = count;
      await Promise.all([this.#rebuild(CATALOG_TASK), this.#rebuildDocs()]);
    }
    return isSettled;
  }

  async #rebuildDocs(): Promise<void> {
    await this.#options
      .buildDocs?.()
      .catch(error => this.#report('The docs could not be built', error));
    await this.#rebuild(DOCS_TASK);
  }

  /** A build that is already running refuses a second start; the schedule catches up. */
  async #rebuild(taskId: string): Promise<void> {
    try {
      await this.#options.rebuild(taskId);
    } catch (error) {
      this.#report(`Search index task ${taskId} was not started`, error);
    }
  }

  #report(what: string, error: unknown): void {
    const reason = isError(error) ? error.message : String(error);
    this.#options.logger.info(`${what}: ${reason}; the schedule catches up`);
  }
}
