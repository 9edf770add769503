import { PortalCatalogClient } from './PortalCatalogClient';

const STORED =
  'https://forge.groundwork.internal/acme/orders/-/blob/main/catalog-info.yaml';
const SHOWN = '/forge/acme/orders/-/blob/main/catalog-info.yaml';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: {
      'backstage.io/view-url': STORED,
      'backstage.io/managed-by-location': `url:${STORED}`,
    },
  },
};

/** The catalog over HTTP, with one entity; anything else that is asked for is refused. */
async function catalog(input: string | URL | Request): Promise<Response> {
  const { pathname } = new URL(String(input));
  const bodies: Record<string, unknown> = {
    '/entities': [entity],
    '/entities/by-refs': { items: [entity, null] },
    '/entities/by-query': { items: [entity], totalItems: 1, pageInfo: {} },
    '/entities/by-name/component/default/orders': entity,
    '/entities/by-name/component/default/orders/ancestry': {
      rootEntityRef: 'component:default/orders',
      items: [{ entity, parentEntityRefs: [] }],
    },
  };
  return pathname in bodies
    ? Response.json(bodies[pathname])
    : new Response(null, { status: 404 });
}

const client = new PortalCatalogClient({
  discoveryApi: { getBaseUrl: async () => 'http://catalog.test' },
  fetchApi: { fetch: catalog },
});

const REF = 'component:default/orders';

describe('PortalCatalogClient', () => {
  it.each([
    ['getEntities', async () => (await client.getEntities()).items[0]],
    [
      'getEntitiesByRefs',
      async () =>
        (await client.getEntitiesByRefs({ entityRefs: [REF, 'api:x'] }))
          .items[0],
    ],
    ['queryEntities', async () => (await client.queryEntities()).items[0]],
    ['getEntityByRef', async () => client.getEntityByRef(REF)],
    [
      'getEntityAncestors',
      async () =>
        (await client.getEntityAncestors({ entityRef: REF })).items[0].entity,
    ],
    [
      'streamEntities',
      async () => {
        for await (const [first] of client.streamEntities()) {
          return first;
        }
        return undefined;
      },
    ],
  ])('%s leads to the source in the portal', async (_, load) => {
    expect((await load())?.metadata.annotations).toEqual({
      'backstage.io/view-url': SHOWN,
      'backstage.io/managed-by-location': `url:${STORED}`,
    });
  });

  it('passes on that an entity is not there', async () => {
    expect(await client.getEntityByRef('component:default/none')).toBe(
      undefined,
    );
    const { items } = await client.getEntitiesByRefs({
      entityRefs: [REF, 'api:x'],
    });
    expect(items[1]).toBeUndefined();
  });
});
