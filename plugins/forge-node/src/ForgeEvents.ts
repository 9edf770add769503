import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ForgeEvent } from './events';

type Listener<E extends ForgeEvent> = (event: E) => void | Promise<void>;

/** Carries events from the hosts to whoever listens in this process; a listener that fails stops nobody else. */
export class ForgeEvents {
  readonly #listeners = new Set<{
    type: ForgeEvent['type'];
    listener: Listener<never>;
  }>();
  readonly #logger: LoggerService;

  static create(options: { logger: LoggerService }): ForgeEvents {
    return new ForgeEvents(options.logger);
  }

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** Listens to one type of event; call what it returns to stop. */
  on<T extends ForgeEvent['type']>(
    type: T,
    listener: Listener<Extract<ForgeEvent, { type: T }>>,
  ): () => void {
    const entry = { type, listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** Tells every listener, without waiting for any. */
  emit(event: ForgeEvent): void {
    for (const { type, listener } of this.#listeners) {
      if (type === event.type) {
        this.#tell(listener as Listener<ForgeEvent>, event);
      }
    }
  }

  async #tell(
    listener: Listener<ForgeEvent>,
    event: ForgeEvent,
  ): Promise<void> {
    try {
      await listener(event);
    } catch (error) {
      this.#logger.error(
        `A listener failed on the ${event.type} of ${event.namespace}/${event.name}`,
        error instanceof Error ? error : undefined,
      );
    }
  }
}
