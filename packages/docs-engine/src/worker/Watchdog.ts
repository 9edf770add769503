import type { Worker } from 'node:worker_threads';

/** How often the thread is looked at. */
const INTERVAL_MS = 100;
/** A machine that is busy with other things may slow a step down by this much before it counts as hanging. */
const PATIENCE = 4;

/** Notices a thread that stays with one step for too long. */
export class Watchdog {
  readonly #worker: Worker;
  readonly #timer: NodeJS.Timeout;
  #limit = Infinity;
  #begun = performance.now();
  #baseline: NodeJS.CpuUsage | undefined;
  #isMeasuring = false;

  /** Calls back once the thread has spent more than its limit on a step; `begin` starts the next step. */
  static create(worker: Worker, onOverdue: () => void): Watchdog {
    return new Watchdog(worker, onOverdue);
  }

  private constructor(worker: Worker, onOverdue: () => void) {
    this.#worker = worker;
    this.#timer = setInterval(() => {
      this.#look(onOverdue);
    }, INTERVAL_MS);
    this.#timer.unref();
  }

  /** The next step begins, and may take so many milliseconds of a processor. */
  begin(limit: number): void {
    this.#limit = limit;
    this.#begun = performance.now();
    this.#baseline = undefined;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(onOverdue: () => void): void {
    if (performance.now() - this.#begun > this.#limit * PATIENCE) {
      this.stop();
      onOverdue();
    } else if (!this.#isMeasuring) {
      this.#isMeasuring = true;
      this.#isSpent()
        .then(isSpent => {
          if (isSpent) {
            this.stop();
            onOverdue();
          }
        })
        // A thread that is starting or ending cannot be measured; the clock above holds for it all the same.
        .catch(() => undefined)
        .finally(() => {
          this.#isMeasuring = false;
        });
    }
  }

  /** Whether the thread has used up what the step may take; the first look at a step only takes its baseline. */
  async #isSpent(): Promise<boolean> {
    const begun = this.#begun;
    if (!this.#worker.cpuUsage) {
      return performance.now() - begun > this.#limit;
    }
    const usage = await this.#worker.cpuUsage(this.#baseline);
    if (begun !== this.#begun) {
      return false;
    }
    if (!this.#baseline) {
      this.#baseline = usage;
      return false;
    }
    return (usage.user + usage.system) / 1000 > this.#limit;
  }
}
