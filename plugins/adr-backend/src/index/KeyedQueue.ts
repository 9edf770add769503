/** Runs tasks of the same key one after the other; a task that waits already is not queued again. */
export class KeyedQueue {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, Promise<unknown>>();

  /** Runs the task once those of its key before it are done. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#running.get(key);
    const current = (async () => {
      await before?.catch(() => undefined);
      return task();
    })();
    this.#running.set(key, current);
    const forget = () => {
      if (this.#running.get(key) === current) this.#running.delete(key);
    };
    current.then(forget, forget);
    return current;
  }

  /** As `run`, but joins a task of the same key that has not begun. */
  join(key: string, task: () => Promise<void>): Promise<void> {
    const waiting = this.#waiting.get(key);
    if (waiting) {
      return waiting.then(() => undefined);
    }
    const queued = this.run(key, () => {
      this.#waiting.delete(key);
      return task();
    });
    this.#waiting.set(key, queued);
    return queued;
  }
}
