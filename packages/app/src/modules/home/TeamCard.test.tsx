import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { TeamCard } from './TeamCard';

function component(name: string, owner: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, description: `What ${name} is for` },
    spec: { type: 'service', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

const identity = mockApis.identity({
  userEntityRef: 'user:default/dana',
  ownershipEntityRefs: ['user:default/dana', 'group:default/identity'],
});

describe('TeamCard', () => {
  it('lists what the reader’s teams own, and nothing of others', async () => {
    const catalog = catalogApiMock({
      entities: [
        component('auth-service', 'group:default/identity'),
        component('data-service', 'group:default/data'),
      ],
    });
    await renderInTestApp(<TeamCard />, {
      apis: [
        [catalogApiRef, catalog],
        [identityApiRef, identity],
      ],
    });
    expect(
      await screen.findByRole('link', { name: 'auth-service' }),
    ).toHaveAttribute('href', '/catalog/default/component/auth-service');
    expect(screen.queryByText('data-service')).not.toBeInTheDocument();
  });

  it('says how services get here when the reader’s teams own none', async () => {
    await renderInTestApp(<TeamCard />, {
      apis: [
        [catalogApiRef, catalogApiMock({ entities: [] })],
        [identityApiRef, identity],
      ],
    });
    expect(
      await screen.findByText('Your teams own nothing yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Browse the catalog' }),
    ).toBeInTheDocument();
  });
});
