import type { Entity } from '@backstage/catalog-model';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { createRefreshKeys } from './refreshKeys';
import {
  ANNOTATION_COMMIT,
  createRepositoryLocation,
  formatLocationKey,
  type RepositoryHead,
  type RepositoryLocation,
} from './repositoryLocation';

/** A database takes so many parameters in one statement, and a push may touch more files. */
const KEYS_PER_REFRESH = 500;

/** What the catalog has been told of repositories: one Location each. */
export class CatalogLocations {
  readonly #connection: EntityProviderConnection;
  readonly #told = new Map<string, RepositoryLocation>();
  /** Commits that an earlier process told of, by the name of the Location. */
  readonly #storedCommits: ReadonlyMap<string, string | undefined>;

  /** Begins with the Locations that the catalog has kept from an earlier process. */
  static create(
    connection: EntityProviderConnection,
    stored: Entity[],
  ): CatalogLocations {
    return new CatalogLocations(connection, stored);
  }

  private constructor(connection: EntityProviderConnection, stored: Entity[]) {
    this.#connection = connection;
    this.#storedCommits = new Map(
      stored.map(entity => [entity.metadata.name, readCommit(entity)]),
    );
  }

  /** The commit that the catalog was last told of; undefined for a repository that it does not know. */
  findCommit(head: RepositoryHead): string | undefined {
    const { locationKey, entity } = createRepositoryLocation(head);
    const told = this.#told.get(locationKey);
    return told
      ? readCommit(told.entity)
      : this.#storedCommits.get(entity.metadata.name);
  }

  /** Makes the catalog read a repository, at once and at this head. */
  async add(head: RepositoryHead): Promise<void> {
    const location = createRepositoryLocation(head);
    const told = this.#told.get(location.locationKey);
    const isRenamed =
      told?.entity.metadata.name !== location.entity.metadata.name;
    await this.#connection.applyMutation({
      type: 'delta',
      added: [location],
      removed: told && isRenamed ? [told] : [],
    });
    this.#told.set(location.locationKey, location);
  }

  /** Takes a repository, and all that it described, out of the catalog. */
  async remove(locationKey: string): Promise<void> {
    const told = this.#told.get(locationKey);
    if (told) {
      await this.#connection.applyMutation({
        type: 'delta',
        added: [],
        removed: [told],
      });
      this.#told.delete(locationKey);
    }
  }

  /** Makes these the only repositories that the catalog knows. */
  async replaceAll(heads: RepositoryHead[]): Promise<void> {
    const locations = heads.map(createRepositoryLocation);
    await this.#connection.applyMutation({ type: 'full', entities: locations });
    this.#told.clear();
    for (const location of locations) {
      this.#told.set(location.locationKey, location);
    }
  }

  /** Makes these the only repositories of some hosts, and leaves alone what the catalog knows of others. */
  async replaceHosts(
    hostIds: string[],
    heads: RepositoryHead[],
  ): Promise<void> {
    const kept = new Set(
      heads.map(head => formatLocationKey(head.host.id, head)),
    );
    const gone = [...this.#told.keys()].filter(
      key =>
        !kept.has(key) && hostIds.some(id => key.startsWith(`forge:${id}/`)),
    );
    for (const head of heads) {
      await this.add(head);
    }
    for (const key of gone) {
      await this.remove(key);
    }
  }

  /** Makes the catalog read again what it made from these files, however deep below the Location. */
  async refreshFiles(head: RepositoryHead, paths: string[]): Promise<void> {
    const keys = createRefreshKeys(head, paths);
    for (let start = 0; start < keys.length; start += KEYS_PER_REFRESH) {
      await this.#connection.refresh({
        keys: keys.slice(start, start + KEYS_PER_REFRESH),
      });
    }
  }
}

function readCommit({ metadata }: Entity): string | undefined {
  return metadata.annotations?.[ANNOTATION_COMMIT];
}
