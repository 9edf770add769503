import {
  type DeferredEntity,
  locationSpecToLocationEntity,
} from '@backstage/plugin-catalog-node';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import type { ForgeHost } from '@groundwork/plugin-forge-node';

/** Where a repository describes itself, at its root. */
export const CATALOG_FILE = 'catalog-info.yaml';

/** On the Location of a repository: the commit that the catalog has been told of. */
export const ANNOTATION_COMMIT = 'groundwork.io/commit';

/** A repository at the head of its default branch. */
export interface RepositoryHead extends RepositoryName {
  host: ForgeHost;
  defaultBranch: string;
  commit: string;
}

/** The Location entity of a repository, with the key that no other repository has. */
export interface RepositoryLocation extends DeferredEntity {
  locationKey: string;
}

/** The address at which the catalog reads what a repository says of itself. */
export function formatCatalogFileUrl(
  host: ForgeHost,
  { namespace, name }: RepositoryName,
  branch: string,
): string {
  return host.formatUrl({
    namespace,
    name,
    revision: branch,
    path: CATALOG_FILE,
    view: 'blob',
  });
}

/** The key of a repository's Location: `forge:embedded/acme/orders`. */
export function formatLocationKey(
  hostId: string,
  repository: RepositoryName,
): string {
  return `forge:${hostId}/${formatRepositoryName(repository)}`;
}

/**
 * The Location entity that makes the catalog read a repository.
 *
 * @remarks
 * The commit makes each push a change of the entity, so that the catalog reads the file again. Refresh keys alone do
 * not suffice: the catalog stores them after a successful run only, so a file that was broken from the start would
 * never be read again.
 */
export function createRepositoryLocation(
  repository: RepositoryHead,
): RepositoryLocation {
  const { host, defaultBranch, commit } = repository;
  const target = formatCatalogFileUrl(host, repository, defaultBranch);
  const entity = locationSpecToLocationEntity({
    location: { type: 'url', target, presence: 'optional' },
  });
  const annotations = {
    ...entity.metadata.annotations,
    [ANNOTATION_COMMIT]: commit,
  };
  return {
    locationKey: formatLocationKey(host.id, repository),
    entity: { ...entity, metadata: { ...entity.metadata, annotations } },
  };
}
