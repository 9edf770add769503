import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';

/** A build takes tens of milliseconds of one core; the others serve readers. */
const CONCURRENCY = 2;

/**
 * Builds one site of an entity at a time, and few sites at once.
 *
 * @remarks
 * A build reads the newest commit when it begins. So whatever is asked for while an entity waits is one build, and
 * whatever is asked for while it is being built is one more after it.
 */
export class BuildQueue {
  readonly #build: (entity: Entity) => Promise<void>;
  readonly #urgent = new Map<string, Entity>();
  readonly #waiting = new Map<string, Entity>();
  readonly #running = new Set<string>();

  /** Takes what builds one site; it reports its failures itself. */
  static create(build: (entity: Entity) => Promise<void>): BuildQueue {
    return new BuildQueue(build);
  }

  private constructor(build: (entity: Entity) => Promise<void>) {
    this.#build = build;
  }

  /** Asks for a build; an urgent one goes before all that are not. */
  add(entity: Entity, options: { isUrgent?: boolean } = {}): void {
    const ref = stringifyEntityRef(entity);
    const isUrgent = options.isUrgent || this.#urgent.has(ref);
    this.#urgent.delete(ref);
    this.#waiting.delete(ref);
    (isUrgent ? this.#urgent : this.#waiting).set(ref, entity);
    this.#startNext();
  }

  #startNext(): void {
    for (const queue of [this.#urgent, this.#waiting]) {
      for (const [ref, entity] of queue) {
        if (this.#running.size >= CONCURRENCY) {
          return;
        }
        if (!this.#running.has(ref)) {
          queue.delete(ref);
          this.#start(ref, entity);
        }
      }
    }
  }

  async #start(ref: string, entity: Entity): Promise<void> {
    this.#running.add(ref);
    try {
      await this.#build(entity);
    } finally {
      this.#running.delete(ref);
      this.#startNext();
    }
  }
}
