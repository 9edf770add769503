import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { forgeApiRef, type ForgeApi } from '@groundwork/plugin-forge';
import type { Change } from '@groundwork/plugin-forge-common';
import { screen, waitFor } from '@testing-library/react';
import { CreateOutputs } from './CreateOutputs';

const OUTPUT = {
  change: {
    namespace: 'acme',
    name: 'shop',
    number: 4,
    entityRefs: ['component:default/prices', 'api:default/prices-api'],
  },
};

const ENTITIES = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'prices',
      namespace: 'default',
      title: 'Prices',
      annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
    },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'prices-api', namespace: 'default', title: 'Prices API' },
  },
];

function show(
  output: Record<string, unknown>,
  getChange: () => Promise<Partial<Change>>,
) {
  return renderInTestApp(<CreateOutputs output={output} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [catalogApiRef, catalogApiMock({ entities: ENTITIES })],
      // The one call that the page makes.
      [forgeApiRef, { getChange } as unknown as ForgeApi],
    ],
  });
}

const change = (state: Change['state']) => ({
  title: 'feat(prices): add the service',
  state,
});

describe('CreateOutputs', () => {
  it('shows an open change as pending, with the way to it', async () => {
    await show(OUTPUT, async () => change('open'));
    expect(
      await screen.findByRole('link', { name: /add the service/ }),
    ).toHaveAttribute('href', '/forge/acme/shop/-/changes/4');
    expect(screen.getByText('Open')).toBeInTheDocument();
    expect(screen.getByText(/^It is pending/)).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Prices in the catalog' }),
    ).not.toBeInTheDocument();
  });

  it('follows by itself when the change is merged, and leads to what it brought', async () => {
    const answers = [change('open'), change('merged')];
    await show(OUTPUT, async () => answers.shift() ?? change('merged'));
    await screen.findByText(/^It is pending/);

    await waitFor(
      () =>
        expect(
          screen.getByText('It is merged into acme/shop and in the catalog.'),
        ).toBeInTheDocument(),
      { timeout: 4_000 },
    );
    const hrefs = screen
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(hrefs).toEqual([
      '/forge/acme/shop/-/changes/4',
      '/catalog/default/component/prices',
      '/docs/default/component/prices',
      '/catalog/default/api/prices-api',
    ]);
  });

  it('says that nothing was added when the change is closed', async () => {
    await show(OUTPUT, async () => change('closed'));
    expect(
      await screen.findByText(/^It was closed without being merged/),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again when asked', async () => {
    let attempts = 0;
    await show(OUTPUT, async () => {
      attempts += 1;
      if (attempts === 1) {
        throw new Error('the forge is gone');
      }
      return change('open');
    });
    expect(await screen.findByText(/the forge is gone/)).toBeInTheDocument();
    screen.getByRole('button', { name: /again/i }).click();
    expect(await screen.findByText(/^It is pending/)).toBeInTheDocument();
  });

  it('has nothing to follow for a creation that opened no change', async () => {
    const links = [{ title: 'Repository', url: 'http://localhost/forge' }];
    await show({ links }, async () => {
      throw new Error('not to be asked');
    });
    expect(await screen.findByText('Repository')).toBeInTheDocument();
    expect(screen.queryByText('Your change')).not.toBeInTheDocument();
  });
});
