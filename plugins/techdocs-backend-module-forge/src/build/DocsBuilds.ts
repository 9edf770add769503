import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { DOCS_PUBLISHED_TOPIC } from '../events';
import { BuildQueue } from './BuildQueue';
import type { SiteBuilder } from './SiteBuilder';

interface Options {
  builder: SiteBuilder;
  events: EventsService;
  logger: LoggerService;
}

/** Builds docs in the background: tells who wants to know that a site was published, and the log why one was not. */
export class DocsBuilds {
  readonly #options: Options;
  readonly #queue: BuildQueue;

  static create(options: Options): DocsBuilds {
    return new DocsBuilds(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#queue = BuildQueue.create(entity => this.#build(entity));
  }

  /** Builds the docs of an entity soon, unless they are up to date. */
  request(entity: Entity, options: { isUrgent: boolean }): void {
    this.#queue.add(entity, options);
  }

  async #build(entity: Entity): Promise<void> {
    const { builder, logger } = this.#options;
    const ref = stringifyEntityRef(entity);
    const start = performance.now();
    try {
      const isPublished = await builder.build(entity);
      if (isPublished) {
        const duration = Math.round(performance.now() - start);
        logger.info(`The docs of ${ref} were built in ${duration} ms`);
        await this.#announce(ref);
      }
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      logger.error(
        `The docs of ${ref} were not built, so readers keep what there was: ${reason}`,
      );
      await this.#explain(entity, reason);
    }
  }

  async #explain(entity: Entity, reason: string): Promise<void> {
    const { builder, logger } = this.#options;
    try {
      await builder.explain(entity, reason);
    } catch (error) {
      const ref = stringifyEntityRef(entity);
      logger.error(
        `Readers of ${ref} cannot be told why: ${
          isError(error) ? error.message : error
        }`,
      );
    }
  }

  async #announce(entityRef: string): Promise<void> {
    await this.#options.events.publish({
      topic: DOCS_PUBLISHED_TOPIC,
      eventPayload: { entityRef },
    });
  }
}
