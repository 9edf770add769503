import { entityPath } from './entityPath';

describe('entityPath', () => {
  it('lowers the case and fills in the default namespace', () => {
    expect(
      entityPath({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata: { name: 'Orders' },
      }),
    ).toBe('/catalog/default/api/orders');
  });
});
