import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { getEntitySourceLocation } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import type { ForgePlace } from './ForgeAccess';

/** The repository that an entity which the user may see is described by, at its root. */
export async function findRepositoryOf(
  entityRef: string,
  credentials: BackstageCredentials,
  { catalog, forge }: { catalog: CatalogService; forge: ForgeService },
): Promise<{ host: ForgeHost; place: ForgePlace }> {
  const entity = await catalog.getEntityByRef(entityRef, { credentials });
  if (!entity) {
    throw new NotFoundError(
      `There is no ${entityRef} in the catalog; choose one that exists`,
    );
  }
  const { target } = getEntitySourceLocation(entity);
  const host = forge.findHost(target);
  if (!host) {
    throw new InputError(
      `${entityRef} comes from ${target}, which is no repository of the forge`,
    );
  }
  const { namespace, name, path } = await host.locate(target);
  if (path) {
    throw new InputError(
      `${entityRef} is described in '${path}' of ${namespace}/${name}; a platform is described at the root of its repository`,
    );
  }
  return { host, place: { host: host.id, namespace, name } };
}
