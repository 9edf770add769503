import type { CatalogApi } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { ForgeApi } from '@groundwork/plugin-forge';
import type { Change } from '@groundwork/plugin-forge-common';
import type { ProposedChange } from './ProposedChange';

/** How far a change has come. */
export interface ChangeProgress {
  change: Change;
  /** What of it the catalog has; empty before it is merged. */
  entities: Entity[];
  /** Whether nothing more is to be expected. */
  isOver: boolean;
}

/** Asks how far a change has come: merged or closed, and once merged, whether the catalog has read it. */
export async function readProgress(
  { namespace, name, number, entityRefs }: ProposedChange,
  apis: {
    forgeApi: Pick<ForgeApi, 'getChange'>;
    catalogApi: Pick<CatalogApi, 'getEntitiesByRefs'>;
  },
): Promise<ChangeProgress> {
  const change = await apis.forgeApi.getChange({ namespace, name, number });
  if (change.state !== 'merged' || entityRefs.length === 0) {
    return { change, entities: [], isOver: change.state !== 'open' };
  }
  const { items } = await apis.catalogApi.getEntitiesByRefs({ entityRefs });
  const entities = items.filter(entity => entity !== undefined);
  return { change, entities, isOver: entities.length === entityRefs.length };
}
