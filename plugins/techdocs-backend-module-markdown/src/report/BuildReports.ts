import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  DOCS_CHECKED_TOPIC,
  type DocsCheckedEvent,
  type Report,
} from '@groundwork/plugin-docs-report-common';
import path from 'node:path';

/** Sources and sites that are remembered between the steps of a build; a portal builds a few at a time. */
const REMEMBERED = 1_000;

/**
 * Tells what builds find and why they fail.
 *
 * @remarks A generator knows directories, a publisher knows the entity. What each knows meets here: the directory that was
 * prepared for an entity, and the directory that a site was built in. A site whose source nobody prepared, such as a page
 * that explains a failure, has no report.
 */
export class BuildReports {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #entities = new Map<string, Set<string>>();
  readonly #reports = new Map<string, Report>();

  static create(deps: {
    events: EventsService;
    logger: LoggerService;
  }): BuildReports {
    return new BuildReports(deps.events, deps.logger);
  }

  private constructor(events: EventsService, logger: LoggerService) {
    this.#events = events;
    this.#logger = logger;
  }

  /** A directory holds the source of an entity's docs. */
  prepared(directory: string, entity: Entity): void {
    const key = path.resolve(directory);
    const entities = this.#entities.get(key) ?? new Set();
    entities.add(stringifyEntityRef(entity));
    remember(this.#entities, key, entities);
  }

  /** The source of an entity's docs could not be read. */
  async notPrepared(entity: Entity, error: unknown): Promise<void> {
    await this.#tellFailure([stringifyEntityRef(entity)], error);
  }

  /** A site was built from a source; it is told once the site is published. */
  built(inputDir: string, outputDir: string, report: Report): void {
    if (this.#entities.has(path.resolve(inputDir))) {
      remember(this.#reports, path.resolve(outputDir), report);
    }
  }

  /** A source could not be built. */
  async notBuilt(inputDir: string, error: unknown): Promise<void> {
    const entities = this.#entities.get(path.resolve(inputDir)) ?? [];
    await this.#tellFailure([...entities], error);
  }

  /** The site in a directory can be read as the docs of an entity. */
  async published(entityRef: string, outputDir: string): Promise<void> {
    const key = path.resolve(outputDir);
    const report = this.#reports.get(key);
    this.#reports.delete(key);
    if (report) {
      await this.#tell({ entityRef, at: new Date().toISOString(), report });
    }
  }

  async #tellFailure(entityRefs: string[], error: unknown): Promise<void> {
    const failure = toError(error).message;
    const at = new Date().toISOString();
    for (const entityRef of entityRefs) {
      await this.#tell({ entityRef, at, failure });
    }
  }

  /** A report that cannot be told must not undo a build that succeeded. */
  async #tell(event: DocsCheckedEvent): Promise<void> {
    try {
      await this.#events.publish({
        topic: DOCS_CHECKED_TOPIC,
        eventPayload: event,
      });
    } catch (error) {
      this.#logger.error(
        `What is wrong in the docs of ${
          event.entityRef
        } could not be told, so its report is out of date: ${
          toError(error).message
        }`,
      );
    }
  }
}

/** Keeps a map small: the entry that was set the longest ago goes first. */
function remember<TValue>(
  map: Map<string, TValue>,
  key: string,
  value: TValue,
): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED) {
    map.delete(oldest);
  }
}
