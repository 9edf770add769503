import {
  ANNOTATION_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { ForgePlace } from './ForgeAccess';

/** Whether the catalog read an entity from a repository. */
export async function isFromRepository(
  entity: Entity,
  place: ForgePlace,
  forge: ForgeService,
): Promise<boolean> {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  const { type, target } = location
    ? parseLocationRef(location)
    : { type: '', target: '' };
  const host = type === 'url' ? forge.findHost(target) : undefined;
  if (!host || host.id !== place.host) {
    return false;
  }
  const { namespace, name } = await host.locate(target);
  return (
    namespace.toLowerCase() === place.namespace.toLowerCase() &&
    name.toLowerCase() === place.name.toLowerCase()
  );
}
