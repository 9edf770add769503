import {
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  FORGE_ORIGIN,
  FORGE_PATH,
  isStoredUrl,
  parseForgePath,
  type RepositoryName,
  type RepositoryPlace,
} from '@groundwork/plugin-forge-common';

/** Names the repository of an entity whose source location is elsewhere: `acme/orders`. */
export const ANNOTATION_REPOSITORY = 'groundwork.io/repository';

/** Reads an address on the virtual origin, or the path of a page, which is what the catalog shows instead. */
function parseAddress(
  url: string,
): RepositoryName | RepositoryPlace | undefined {
  const base = isStoredUrl(url) ? FORGE_ORIGIN : FORGE_PATH;
  if (!url.startsWith(`${base}/`)) {
    return undefined;
  }
  return parseForgePath(url.slice(base.length).replace(/[?#].*$/, ''));
}

function sourceUrlOf(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  try {
    return location && parseLocationRef(location).target;
  } catch {
    return undefined;
  }
}

/** The repository that an entity comes from; undefined when the forge keeps none for it. */
export function repositoryOf(
  entity: Entity,
): RepositoryName | RepositoryPlace | undefined {
  const named = entity.metadata.annotations?.[ANNOTATION_REPOSITORY];
  if (named) {
    return parseForgePath(`/${named}`);
  }
  const url = sourceUrlOf(entity);
  return url ? parseAddress(url) : undefined;
}
