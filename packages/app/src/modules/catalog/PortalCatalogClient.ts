import { CatalogClient, type CatalogApi } from '@backstage/catalog-client';
import { showSources } from './showSources';

/** The client of the catalog in the browser: entities arrive with links that lead to the portal's own pages. */
export class PortalCatalogClient extends CatalogClient {
  override async getEntities(...call: Parameters<CatalogApi['getEntities']>) {
    const { items } = await super.getEntities(...call);
    return { items: items.map(showSources) };
  }

  override async getEntitiesByRefs(
    ...call: Parameters<CatalogApi['getEntitiesByRefs']>
  ) {
    const { items } = await super.getEntitiesByRefs(...call);
    return { items: items.map(item => item && showSources(item)) };
  }

  /** Serves `streamEntities` too, which asks page by page. */
  override async queryEntities(
    ...call: Parameters<CatalogApi['queryEntities']>
  ) {
    const response = await super.queryEntities(...call);
    return { ...response, items: response.items.map(showSources) };
  }

  override async getEntityAncestors(
    ...call: Parameters<CatalogApi['getEntityAncestors']>
  ) {
    const response = await super.getEntityAncestors(...call);
    return {
      ...response,
      items: response.items.map(item => ({
        ...item,
        entity: showSources(item.entity),
      })),
    };
  }

  override async getEntityByRef(
    ...call: Parameters<CatalogApi['getEntityByRef']>
  ) {
    const entity = await super.getEntityByRef(...call);
    return entity && showSources(entity);
  }
}
