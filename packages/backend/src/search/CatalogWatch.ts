import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { CatalogState } from './CatalogState';

/** While a change is expected, or the catalog is filling, half a second counts. */
const BUSY_INTERVAL_MS = 500;

/** The catalog publishes no event for a new entity; half a minute is well below the schedule. */
const QUIET_INTERVAL_MS = 30_000;

/** A push is in the catalog after two seconds, or later while the catalog has much to do. */
const EXPECTATION_MS = 20_000;

/** The number of entities has changed, or what some of them say. */
export type CatalogChange = 'number' | 'content';

/** A change that is announced and may not be there yet. */
interface Expectation {
  until: number;
  state: string;
  isSettling: boolean;
}

interface CatalogWatchOptions {
  state: Pick<CatalogState, 'count' | 'read'>;
  onChange(change: CatalogChange): void;
  logger: LoggerService;
}

/**
 * Notices that the catalog has changed and has settled, so that a catalog that is still filling is not indexed over and
 * over.
 */
export class CatalogWatch {
  readonly #options: CatalogWatchOptions;
  readonly #expectations = new Map<string, Expectation>();
  #knownCount = 0;
  #lastCount = 0;
  #busyUntil = 0;
  #wake = new AbortController();

  static create(options: CatalogWatchOptions): CatalogWatch {
    return new CatalogWatch(options);
  }

  private constructor(options: CatalogWatchOptions) {
    this.#options = options;
  }

  /** Checks again and again until the signal ends it. */
  async watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const isSettled = await this.check().catch(error => {
        this.#report(error);
        return true;
      });
      const isQuiet = isSettled && Date.now() > this.#busyUntil;
      this.#wake = new AbortController();
      await sleep(isQuiet ? QUIET_INTERVAL_MS : BUSY_INTERVAL_MS, undefined, {
        signal: AbortSignal.any([signal, this.#wake.signal]),
        ref: false,
      }).catch(() => undefined);
    }
  }

  /** Looks often for a while, because something has happened that may change the number of entities. */
  expectChange(): void {
    this.#busyUntil = Date.now() + EXPECTATION_MS;
    this.#wake.abort();
  }

  /** Looks at the entities of a location, too, because its source has changed. */
  async expectContent(originLocation: string): Promise<void> {
    const until = Date.now() + EXPECTATION_MS;
    const expected = this.#expectations.get(originLocation);
    if (expected) {
      expected.until = until;
    } else {
      const state = await this.#options.state.read(originLocation);
      this.#expectations.set(originLocation, {
        until,
        state,
        isSettling: false,
      });
    }
    this.expectChange();
  }

  /**
   * Compares the catalog with what it was, and reports a change once it has settled.
   *
   * @returns whether the catalog is not just being filled
   */
  async check(): Promise<boolean> {
    const isCountSettled = await this.#checkCount();
    const changes = await Promise.all(
      [...this.#expectations].map(([location, expectation]) =>
        this.#checkExpectation(location, expectation),
      ),
    );
    if (changes.includes(true)) {
      this.#options.onChange('content');
    }
    return isCountSettled;
  }

  async #checkCount(): Promise<boolean> {
    const count = await this.#options.state.count();
    const isSettled = count > 0 && count === this.#lastCount;
    this.#lastCount = count;
    if (isSettled && count !== this.#knownCount) {
      this.#knownCount = count;
      this.#options.onChange('number');
    }
    return isSettled;
  }

  /** Says whether a change is complete: the state is another one, and was so half a second ago. */
  async #checkExpectation(
    location: string,
    expectation: Expectation,
  ): Promise<boolean> {
    const state = await this.#options.state.read(location);
    const isMoving = state !== expectation.state;
    const hasSettled = expectation.isSettling && !isMoving;
    expectation.state = state;
    expectation.isSettling = isMoving;
    if (!isMoving && Date.now() > expectation.until) {
      this.#expectations.delete(location);
    }
    return hasSettled;
  }

  #report(error: unknown): void {
    const reason = isError(error) ? error.message : String(error);
    this.#options.logger.info(
      `The catalog could not be watched, search follows its schedule: ${reason}`,
    );
  }
}
