import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** Runs one piece of work after the other, so that what the catalog is told last is what happened last. */
export class WorkQueue {
  readonly #logger: LoggerService;
  #tail: Promise<void> = Promise.resolve();

  static create(options: { logger: LoggerService }): WorkQueue {
    return new WorkQueue(options.logger);
  }

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /**
   * Adds a piece of work.
   *
   * @param failure - what to log when it fails, before the reason
   * @returns when it is done, whether it failed or not
   */
  add(failure: string, work: () => Promise<void>): Promise<void> {
    this.#tail = this.#tail.then(work).catch(error => {
      const reason = isError(error) ? error.message : String(error);
      this.#logger.error(`${failure}: ${reason}`);
    });
    return this.#tail;
  }
}
