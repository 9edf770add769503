import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { checkServiceName, readNameRules } from './checkServiceName';

const catalogApi = catalogApiMock({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'billing', namespace: 'default' },
    },
  ],
});
const rules = readNameRules({}, undefined);

describe('checkServiceName', () => {
  it('finds a name free that no component has', async () => {
    expect(await checkServiceName('orders', { rules, catalogApi })).toEqual({
      state: 'free',
    });
  });

  it('finds a name taken and says by which entity', async () => {
    expect(await checkServiceName('billing', { rules, catalogApi })).toEqual({
      state: 'taken',
      entityRef: 'component:default/billing',
    });
  });

  it('looks at the kind that the template asks for', async () => {
    expect(
      await checkServiceName('billing', {
        rules: readNameRules({}, 'system'),
        catalogApi,
      }),
    ).toEqual({ state: 'free' });
  });

  it.each([
    'Orders',
    'orders-',
    '-orders',
    'or--ders',
    '1orders',
    'or_ders',
    '../x',
  ])('refuses %s as malformed without asking the catalog', async name => {
    const unreachable = {
      getEntitiesByRefs: async () => {
        throw new Error('not to be asked');
      },
    };
    expect(
      await checkServiceName(name, { rules, catalogApi: unreachable }),
    ).toEqual({ state: 'malformed' });
  });

  it('refuses a name that is longer than the template allows', async () => {
    expect(
      await checkServiceName('orders', {
        rules: readNameRules({ maxLength: 5 }, undefined),
        catalogApi,
      }),
    ).toEqual({ state: 'tooLong', limit: 5 });
  });

  it('follows the pattern of the template', async () => {
    expect(
      await checkServiceName('orders', {
        rules: readNameRules({ pattern: '^svc-' }, undefined),
        catalogApi,
      }),
    ).toEqual({ state: 'malformed' });
  });

  it('tells a catalog that does not answer from a name that is free', async () => {
    const failing = {
      getEntitiesByRefs: async () => {
        throw new Error('connection refused');
      },
    };
    expect(
      await checkServiceName('orders', { rules, catalogApi: failing }),
    ).toEqual({ state: 'unchecked', reason: 'connection refused' });
  });
});
