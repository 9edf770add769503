import type { Response } from 'express';

/** Those who wait hold a connection each. */
const MAX_WAITING = 200;

/** A place in the line, and how to call whoever has it: to work or to leave. */
interface Place {
  call: (isTurn: boolean) => void;
}

/** Lets so many Git processes serve at once, and the others wait in a line. */
export class ProcessSlots {
  readonly #line = new Set<Place>();
  readonly #maxWaitMs: number;
  #free: number;

  static create(options: { count: number; maxWaitMs: number }): ProcessSlots {
    return new ProcessSlots(options.count, options.maxWaitMs);
  }

  private constructor(count: number, maxWaitMs: number) {
    this.#free = count;
    this.#maxWaitMs = maxWaitMs;
  }

  /**
   * Takes a slot when there is one, and gives it back when the task has ended.
   *
   * @returns whether the task was run; it is not when the line is too long or too slow, or the caller has left it
   */
  async run(
    response: Pick<Response, 'once' | 'off'>,
    task: () => Promise<void>,
  ): Promise<boolean> {
    if (!(await this.#take(response))) {
      return false;
    }
    try {
      await task();
      return true;
    } finally {
      this.#giveBack();
    }
  }

  async #take(response: Pick<Response, 'once' | 'off'>): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1;
      return true;
    }
    if (this.#line.size >= MAX_WAITING) {
      return false;
    }
    return this.#wait(response);
  }

  async #wait(response: Pick<Response, 'once' | 'off'>): Promise<boolean> {
    const place: Place = { call: () => undefined };
    const isTurn = new Promise<boolean>(resolve => {
      place.call = resolve;
    });
    const leave = () => {
      this.#line.delete(place);
      place.call(false);
    };
    this.#line.add(place);
    const timer = setTimeout(leave, this.#maxWaitMs);
    response.once('close', leave);
    try {
      return await isTurn;
    } finally {
      clearTimeout(timer);
      response.off('close', leave);
    }
  }

  #giveBack(): void {
    const [next] = this.#line;
    if (next) {
      this.#line.delete(next);
      next.call(true);
    } else {
      this.#free += 1;
    }
  }
}
