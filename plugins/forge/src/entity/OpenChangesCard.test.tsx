import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { FakeForge } from '../__testUtils__/FakeForge';
import { change } from '../__testUtils__/orders';
import { forgeApiRef } from '../api/forgeApi';
import { isPlatform } from './isPlatform';
import { OpenChangesCard } from './OpenChangesCard';

const OPEN = 'GET /repositories/acme/shop/changes?state=open';

function platform(annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: 'shop',
      annotations: {
        'backstage.io/source-location': 'url:/forge/acme/shop/-/tree/main/',
        'groundwork.io/workspace': 'pnpm',
        ...annotations,
      },
    },
  };
}

function show(forge: FakeForge) {
  return renderInTestApp(
    <EntityProvider entity={platform()}>
      <OpenChangesCard />
    </EntityProvider>,
    { apis: [[forgeApiRef, forge.client]] },
  );
}

describe('OpenChangesCard', () => {
  it('shows what each pending change is, whose it is and how old it is', async () => {
    const createdAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
    await show(
      new FakeForge().answer(OPEN, {
        items: [
          { ...change, title: 'feat(prices): add the service', createdAt },
        ],
      }),
    );
    const card = await screen.findByRole('region', { name: 'Pending changes' });
    expect(
      await within(card).findByRole('link', {
        name: 'feat(prices): add the service',
      }),
    ).toHaveAttribute('href', '/forge/acme/shop/-/changes/7');
    expect(within(card).getByText('3 days ago')).toBeInTheDocument();
    expect(
      await within(card).findByRole('link', { name: 'sam' }),
    ).toBeInTheDocument();
  });

  it('says what will wait here while nothing does', async () => {
    await show(new FakeForge().answer(OPEN, { items: [] }));
    expect(await screen.findByText('No open changes')).toBeInTheDocument();
    expect(
      screen.getByText(/created into this platform waits here/),
    ).toBeInTheDocument();
  });

  it('tells a reader who may not see the repository so', async () => {
    await show(new FakeForge().forbid(OPEN));
    expect(await screen.findByText(/may not/i)).toBeInTheDocument();
  });
});

describe('isPlatform', () => {
  it('is true for what says so and has a repository', () => {
    expect(isPlatform(platform())).toBe(true);
  });

  it('is false for a repository that takes nothing in, and without a repository', () => {
    const { 'groundwork.io/workspace': _workspace, ...others } =
      platform().metadata.annotations ?? {};
    expect(
      isPlatform({
        ...platform(),
        metadata: { name: 'shop', annotations: others },
      }),
    ).toBe(false);
    expect(
      isPlatform(
        platform({
          'backstage.io/source-location': 'url:https://github.com/acme/shop/',
        }),
      ),
    ).toBe(false);
  });
});
