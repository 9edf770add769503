import { ServiceUnavailableError } from '@backstage/errors';

/** Holds back what changes repositories until it is certain that this process may. */
export class WriteGate {
  readonly #waiting: (() => void)[] = [];
  readonly #inside = new Set<Promise<unknown>>();
  #isOpen = false;
  #reason?: string;

  static create(): WriteGate {
    return new WriteGate();
  }

  private constructor() {}

  /** Does something once the gate is open; refuses once it is closed. */
  async pass<T>(task: () => Promise<T>): Promise<T> {
    if (!this.#isOpen && !this.#reason) {
      await new Promise<void>(resolve => {
        this.#waiting.push(resolve);
      });
    }
    if (this.#reason) {
      throw new ServiceUnavailableError(this.#reason);
    }
    const work = task();
    this.#inside.add(work);
    try {
      return await work;
    } finally {
      this.#inside.delete(work);
    }
  }

  /** Lets everybody through. */
  open(): void {
    this.#isOpen = true;
    this.#release();
  }

  /** Refuses everybody, those who wait included, and returns when those inside are done. */
  async close(reason: string): Promise<void> {
    this.#reason = reason;
    this.#release();
    await Promise.allSettled(this.#inside);
  }

  #release(): void {
    this.#waiting.splice(0).forEach(resolve => resolve());
  }
}
