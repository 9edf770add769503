import { repositoryOf } from './repositoryOf';

function entity(annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', annotations },
  };
}

describe('repositoryOf', () => {
  it.each([
    ['https://forge.groundwork.internal/acme/mono/-/tree/main/orders/'],
    ['/forge/acme/mono/-/tree/main/orders/'],
  ])('reads the source location %s', url => {
    const found = repositoryOf(
      entity({ 'backstage.io/source-location': `url:${url}` }),
    );
    expect(found).toMatchObject({
      namespace: 'acme',
      name: 'mono',
      view: 'tree',
    });
  });

  it('prefers the repository that the entity names', () => {
    const annotations = { 'groundwork.io/repository': 'acme/orders' };
    expect(repositoryOf(entity(annotations))).toEqual({
      namespace: 'acme',
      name: 'orders',
    });
  });

  it.each(['url:https://github.com/acme/orders', 'nonsense', 'file:/etc'])(
    'knows no repository for %s',
    location => {
      const annotations = { 'backstage.io/source-location': location };
      expect(repositoryOf(entity(annotations))).toBeUndefined();
    },
  );
});
