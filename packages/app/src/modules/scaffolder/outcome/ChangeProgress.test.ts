import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Change } from '@groundwork/plugin-forge-common';
import { readProgress } from './ChangeProgress';

const PROPOSED = {
  namespace: 'acme',
  name: 'shop',
  number: 4,
  entityRefs: ['component:default/prices', 'api:default/prices-api'],
};

function entity(kind: string, name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
  };
}

function read(
  state: Change['state'],
  entities = [entity('Component', 'prices'), entity('API', 'prices-api')],
) {
  return readProgress(PROPOSED, {
    // The fields that a progress is read from.
    forgeApi: { getChange: async () => ({ state } as Change) },
    catalogApi: catalogApiMock({ entities }),
  });
}

describe('readProgress', () => {
  it('goes on while the change is open, whatever the catalog has', async () => {
    expect(await read('open')).toMatchObject({ isOver: false, entities: [] });
  });

  it('is over once the change is closed', async () => {
    expect(await read('closed')).toMatchObject({ isOver: true, entities: [] });
  });

  it('goes on after the merge until the catalog has everything', async () => {
    const progress = await read('merged', [entity('Component', 'prices')]);
    expect(progress.isOver).toBe(false);
    expect(progress.entities.map(({ kind }) => kind)).toEqual(['Component']);
  });

  it('is over once the catalog has what was merged', async () => {
    expect((await read('merged')).isOver).toBe(true);
  });
});
