import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import type { ForgeService, PushEvent } from '@groundwork/plugin-forge-node';
import { CatalogLocations } from './CatalogLocations';
import { HostListing } from './HostListing';
import { listChangedFiles } from './listChangedFiles';
import {
  CATALOG_FILE,
  formatLocationKey,
  type RepositoryHead,
} from './repositoryLocation';
import { WorkQueue } from './WorkQueue';

const BRANCH_PREFIX = 'refs/heads/';

interface Options {
  forge: ForgeService;
  logger: LoggerService;
  /** The Locations that the catalog has kept from an earlier process. */
  readStored(): Promise<Entity[]>;
  /** Called when entities may have lost the file that described them. */
  onChanged(): void;
}

/**
 * Brings the `catalog-info.yaml` of every repository of every host into the catalog, and follows pushes.
 *
 * @remarks
 * It tells the catalog where to read, as one Location per repository, and leaves reading to the catalog: so its rules
 * apply, a broken file leaves what it said before, and the reason stands on the Location.
 */
export class ForgeEntityProvider implements EntityProvider {
  readonly #options: Options;
  readonly #queue: WorkQueue;
  #connection?: EntityProviderConnection;
  /** Absent until the first comparison, which finds whatever happened before it. */
  #locations?: CatalogLocations;
  #synchronization?: Promise<void>;
  /** What was heard of repositories since the hosts began to list them, by key; undefined: they are gone. */
  readonly #heard = new Map<string, RepositoryHead | undefined>();

  static create(options: Options): ForgeEntityProvider {
    return new ForgeEntityProvider(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#queue = WorkQueue.create(options);
  }

  getProviderName(): string {
    return 'forge';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const { events } = this.#options.forge;
    events.on('push', event => this.#onPush(event));
    events.on('repository', event =>
      event.action === 'removed' ? this.#remove(event.host, event) : undefined,
    );
  }

  /** Compares the catalog with what the hosts have, which also catches what nobody told of. */
  synchronize(): Promise<void> {
    this.#synchronization ??= this.#synchronize().finally(() => {
      this.#synchronization = undefined;
    });
    return this.#synchronization;
  }

  async #synchronize(): Promise<void> {
    const { forge, logger } = this.#options;
    this.#heard.clear();
    const listing = await HostListing.read(forge.hosts, { logger });
    await this.#queue.add(
      'The catalog was not compared with the forge',
      async () => {
        this.#locations ??= await this.#takeOver();
        await this.#replace(this.#locations, listing);
      },
    );
  }

  async #takeOver(): Promise<CatalogLocations> {
    if (!this.#connection) {
      throw new ServiceUnavailableError('The catalog has not connected yet');
    }
    const stored = await this.#options.readStored().catch(error => {
      const reason = isError(error) ? error.message : String(error);
      this.#options.logger.warn(
        `The catalog did not say what it knows of the forge; files that changed before this start may show late: ${reason}`,
      );
      return [];
    });
    return CatalogLocations.create(this.#connection, stored);
  }

  async #replace(
    locations: CatalogLocations,
    listing: HostListing,
  ): Promise<void> {
    this.#heard.forEach((head, key) => listing.correct(key, head));
    const moved = listing.heads.flatMap(head => {
      const before = locations.findCommit(head);
      return before && before !== head.commit ? [{ head, before }] : [];
    });
    if (listing.isComplete) {
      await locations.replaceAll(listing.heads);
    } else {
      await locations.replaceHosts(listing.hostIds, listing.heads);
    }
    for (const { head, before } of moved) {
      await locations.refreshFiles(head, await listChangedFiles(head, before));
    }
    this.#options.onChanged();
  }

  #onPush(event: PushEvent): Promise<void> | undefined {
    const { namespace, name, after, before, changedPaths } = event;
    if (!event.isDefaultBranch) {
      return undefined;
    }
    const hasLostFile = changedPaths.some(
      ({ path, status }) => path === CATALOG_FILE && status === 'deleted',
    );
    if (!after || hasLostFile) {
      return this.#remove(event.host, event);
    }
    const head = {
      host: this.#options.forge.getHost(event.host),
      namespace,
      name,
      defaultBranch: event.ref.slice(BRANCH_PREFIX.length),
      commit: after,
    };
    this.#heard.set(formatLocationKey(event.host, event), head);
    return this.#tell(event, async locations => {
      await locations.add(head);
      // A new branch has no entities yet, so there is nothing to read again.
      const paths = before ? changedPaths.map(({ path }) => path) : [];
      await locations.refreshFiles(head, paths);
    });
  }

  #remove(hostId: string, repository: RepositoryName): Promise<void> {
    const key = formatLocationKey(hostId, repository);
    this.#heard.set(key, undefined);
    return this.#tell(repository, locations => locations.remove(key));
  }

  #tell(
    repository: RepositoryName,
    change: (locations: CatalogLocations) => Promise<void>,
  ): Promise<void> {
    return this.#queue.add(
      `What happened in ${formatRepositoryName(
        repository,
      )} is not in the catalog; the next comparison tries again`,
      async () => {
        if (this.#locations) {
          await change(this.#locations);
          this.#options.onChanged();
        }
      },
    );
  }
}
