import { showSources } from './showSources';

function entity(
  annotations: Record<string, string>,
  links?: { url: string }[],
) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', annotations, links },
  };
}

const FILE =
  'https://forge.groundwork.internal/acme/orders/-/blob/main/catalog-info.yaml';

describe('showSources', () => {
  it('leads the links of an entity in the forge to the pages of the portal', () => {
    const { metadata } = showSources(
      entity(
        {
          'backstage.io/view-url': FILE,
          'backstage.io/edit-url': FILE.replace('blob', 'edit'),
          'backstage.io/source-location':
            'url:https://forge.groundwork.internal/acme/orders/-/tree/main/',
        },
        [{ url: FILE }],
      ),
    );
    expect(metadata.annotations).toEqual({
      'backstage.io/view-url':
        '/forge/acme/orders/-/blob/main/catalog-info.yaml',
      'backstage.io/edit-url':
        '/forge/acme/orders/-/edit/main/catalog-info.yaml',
      'backstage.io/source-location': 'url:/forge/acme/orders/-/tree/main/',
    });
    expect(metadata.links).toEqual([
      { url: '/forge/acme/orders/-/blob/main/catalog-info.yaml' },
    ]);
  });

  it('keeps where an entity is managed, by which the catalog finds it', () => {
    const annotations = {
      'backstage.io/managed-by-location': `url:${FILE}`,
      'backstage.io/managed-by-origin-location': `url:${FILE}`,
      'backstage.io/techdocs-ref': 'dir:.',
    };
    expect(showSources(entity(annotations)).metadata.annotations).toEqual(
      annotations,
    );
  });

  it.each([
    'https://github.com/acme/orders/blob/main/catalog-info.yaml',
    'https://forge.groundwork.internal.example.com/acme/orders',
    'https://example.com/?next=https://forge.groundwork.internal/acme',
  ])('leaves %s of another host as it is', url => {
    const original = entity({ 'backstage.io/view-url': url }, [{ url }]);
    expect(showSources(original)).toEqual(original);
  });

  it('passes on an entity of which only some fields were asked for', () => {
    const partial = { kind: 'Component' } as ReturnType<typeof entity>;
    expect(showSources(partial)).toEqual({ kind: 'Component' });
  });
});
