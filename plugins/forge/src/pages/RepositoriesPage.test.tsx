import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeForge } from '../__testUtils__/FakeForge';
import { orders } from '../__testUtils__/orders';
import { showForge } from '../__testUtils__/showForge';

const portal = {
  ...orders,
  namespace: 'groundwork',
  name: 'portal',
  description: 'The portal itself',
  owner: 'group:default/developer-experience',
  url: '/forge/groundwork/portal',
};

describe('the list of repositories', () => {
  it('finds repositories by their words', async () => {
    const forge = new FakeForge().answer('GET /repositories', {
      items: [portal, orders],
    });
    await showForge(forge, '/forge');
    expect(
      await screen.findByRole('link', { name: 'groundwork/portal' }),
    ).toHaveAttribute('href', '/forge/groundwork/portal');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search by name or description' }),
      'takes',
    );
    expect(screen.getByRole('link', { name: 'acme/orders' })).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'groundwork/portal' }),
    ).not.toBeInTheDocument();
  });

  it('narrows to what the reader’s teams own', async () => {
    const forge = new FakeForge().answer('GET /repositories', {
      items: [portal, orders],
    });
    await showForge(forge, '/forge');
    await userEvent.click(
      await screen.findByRole('switch', { name: 'Owned by me or my teams' }),
    );
    expect(screen.getByText('1 repository')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'acme/orders' })).toBeVisible();
  });

  it('says where repositories come from when there are none', async () => {
    const forge = new FakeForge().answer('GET /repositories', { items: [] });
    await showForge(forge, '/forge');
    expect(await screen.findByText('No repositories yet')).toBeInTheDocument();
  });
});
