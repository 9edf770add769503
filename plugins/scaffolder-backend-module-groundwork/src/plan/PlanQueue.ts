import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import pLimit from 'p-limit';

/** Each plan renders a whole template; two cores do not do more at once any faster. */
const MAX_RUNNING = 3;
const MAX_WAITING = 20;

/** Bounds how many plans are worked out: one at a time for each user, and few at once for all. */
export class PlanQueue {
  readonly #limit = pLimit(MAX_RUNNING);
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #newest = new Map<string, symbol>();

  /** Runs a task when it is its turn; refused when the same user has asked for another one meanwhile. */
  async run<T>(user: string, task: () => Promise<T>): Promise<T> {
    if (this.#limit.pendingCount >= MAX_WAITING) {
      throw new ServiceUnavailableError(
        'Too many plans are being worked out; try again in a moment',
      );
    }
    const turn = Symbol(user);
    this.#newest.set(user, turn);
    while (this.#running.has(user)) {
      await this.#running.get(user)?.catch(() => undefined);
      if (this.#newest.get(user) !== turn) {
        throw new ConflictError('A newer plan was asked for');
      }
    }
    const run = this.#limit(task);
    this.#running.set(user, run);
    try {
      return await run;
    } finally {
      this.#running.delete(user);
      if (this.#newest.get(user) === turn) {
        this.#newest.delete(user);
      }
    }
  }
}
