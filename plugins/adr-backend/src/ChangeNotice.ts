import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { ADR_CHANGED_TOPIC } from '@groundwork/plugin-adr-common';

/** Several repositories change together at the first start; one word of it is enough. */
const QUIET_MS = 1_000;

/** Tells the rest of the portal, such as the search, that the log has changed. */
export class ChangeNotice {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  #timer: NodeJS.Timeout | undefined;

  static create(options: {
    events: EventsService;
    logger: LoggerService;
  }): ChangeNotice {
    return new ChangeNotice(options.events, options.logger);
  }

  private constructor(events: EventsService, logger: LoggerService) {
    this.#events = events;
    this.#logger = logger;
  }

  /** Tells it soon, and once for all that happens until then. */
  give(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#events
        .publish({ topic: ADR_CHANGED_TOPIC, eventPayload: {} })
        .catch(error =>
          this.#logger.warn(
            `The search was not told of new decisions: ${
              isError(error) ? error.message : String(error)
            }; its schedule catches up`,
          ),
        );
    }, QUIET_MS).unref();
  }
}
