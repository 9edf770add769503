import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import { CatalogArrival } from './CatalogArrival';

const PLACE = { host: 'embedded', namespace: 'acme', name: 'orders' };

/** The calls that tell where an entity comes from. */
const forge = {
  findHost: () =>
    ({
      id: 'embedded',
      locate: async (url: string) => {
        const [, , , namespace, name] = url.split('/');
        return { namespace, name };
      },
    } as unknown as ForgeHost),
} as Partial<ForgeService> as ForgeService;

const component = (location: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: {
      'backstage.io/managed-by-location': `url:https://forge.example/${location}`,
    },
  },
});

async function wait(
  entities: Entity[],
  entityRefs = ['component:default/orders'],
) {
  const logger = mockServices.logger.mock();
  const arrival = CatalogArrival.create({
    catalog: catalogServiceMock({ entities }),
    forge,
    patienceMs: 0,
  });
  await arrival.wait({
    entityRefs,
    place: PLACE,
    credentials: mockCredentials.user(),
    logger,
  });
  return logger.info.mock.calls.map(([message]) => message);
}

describe('CatalogArrival', () => {
  it('says how long the catalog took', async () => {
    expect(await wait([component('acme/orders')])).toEqual([
      expect.stringMatching(
        /^component:default\/orders in the catalog after \d/,
      ),
    ]);
  });

  it.each([
    ['nothing', []],
    ['one of another repository', [component('acme/other')]],
  ])(
    'gives up on %s, and says that a retry is safe',
    async (_what, entities) => {
      await expect(wait(entities)).rejects.toThrow(
        /acme\/orders is complete, but .* has not read component:default\/orders from it. Retry/,
      );
    },
  );

  it('does not wait for a repository that declares nothing', async () => {
    expect(await wait([], [])).toEqual([
      'The repository declares nothing for the catalog',
    ]);
  });
});
