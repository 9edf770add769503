import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { ForgeService, PushEvent } from '@groundwork/plugin-forge-node';
import type { DocsSources } from '../docs/DocsSources';

/**
 * How long to wait before each look into the catalog after a push, in milliseconds.
 *
 * @remarks The entities of a new repository come a second after its push; in a catalog that is being filled, much later.
 */
const LOOKS_AFTER_PUSH = [
  0, 500, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000,
];

/** The same after the start, when the catalog may be empty. */
const LOOKS_AFTER_START = [0, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000];

/** Only such a file can give an entity docs that it had not. */
const CATALOG_FILE = /\.ya?ml$/i;

/** One series of looks into the catalog. */
interface Search {
  /** A new search takes the place of an unfinished one with the same subject. */
  subject: string;
  waits: number[];
  find(): Promise<Entity[]>;
  isUrgent: boolean;
}

interface Options {
  forge: ForgeService;
  sources: DocsSources;
  logger: LoggerService;
  /** Builds the docs of an entity soon, unless they are up to date. */
  request(entity: Entity, options: { isUrgent: boolean }): void;
}

/** Finds the entities whose docs have to be built: those of a pushed repository at once, and others that were missed. */
export class DocsFollower {
  readonly #options: Options;
  readonly #searches = new Map<string, AbortController>();

  static create(options: Options): DocsFollower {
    return new DocsFollower(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Follows pushes from now on. */
  follow(): void {
    this.#options.forge.events.on('push', event => this.#onPush(event));
  }

  /** Looks at all docs, wherever they are, and goes on for minutes, because a catalog may be filling. */
  catchUp(): Promise<void> {
    const { sources } = this.#options;
    return this.#search({
      subject: 'everything',
      waits: LOOKS_AFTER_START,
      find: () => sources.listAll(),
      isUrgent: false,
    });
  }

  /** Looks once at all docs that are in repositories of the forge. */
  compare(): Promise<void> {
    const { sources } = this.#options;
    return this.#search({
      subject: 'the forge',
      waits: [0],
      find: () => sources.listInForge(),
      isUrgent: false,
    });
  }

  /** Ends all searches. */
  stop(): void {
    this.#searches.forEach(search => search.abort());
  }

  #onPush(event: PushEvent): Promise<void> | undefined {
    const { namespace, name, before, after, changedPaths } = event;
    if (!event.isDefaultBranch || !after) {
      return undefined;
    }
    const { forge, sources } = this.#options;
    const host = forge.getHost(event.host);
    const subject = `${host.id}/${formatRepositoryName(event)}`;
    const mayBringEntities =
      !before ||
      this.#searches.has(subject) ||
      changedPaths.some(({ path }) => CATALOG_FILE.test(path));
    return this.#search({
      subject,
      waits: mayBringEntities ? LOOKS_AFTER_PUSH : [0],
      find: () => sources.listIn(host, { namespace, name }),
      isUrgent: true,
    });
  }

  async #search(search: Search): Promise<void> {
    const { subject, waits } = search;
    this.#searches.get(subject)?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    this.#searches.set(subject, controller);
    const seen = new Set<string>();
    for (const wait of waits) {
      await sleep(wait, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) {
        return;
      }
      await this.#look(search, seen);
    }
    this.#searches.delete(subject);
  }

  /** Each entity is asked for once, unless its docs have moved since. */
  async #look({ subject, find, isUrgent }: Search, seen: Set<string>) {
    const { logger, request, sources } = this.#options;
    try {
      for (const entity of await find()) {
        const sight = `${stringifyEntityRef(entity)} ${sources.describe(
          entity,
        )}`;
        if (!seen.has(sight)) {
          seen.add(sight);
          request(entity, { isUrgent });
        }
      }
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      logger.warn(`The docs of ${subject} were not looked at: ${reason}`);
    }
  }
}
