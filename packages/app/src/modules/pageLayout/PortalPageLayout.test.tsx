import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { PortalPageLayout } from './PortalPageLayout';

describe('PortalPageLayout', () => {
  it('leads from below a plugin’s page back to it', async () => {
    await renderInTestApp(
      <PortalPageLayout title="Catalog">
        <p>billing</p>
      </PortalPageLayout>,
      { initialRouteEntries: ['/catalog/default/component/billing'] },
    );
    expect(screen.getByRole('link', { name: 'Catalog' })).toHaveAttribute(
      'href',
      '/catalog',
    );
    expect(screen.getByText('billing')).toBeInTheDocument();
  });

  it('leaves a page alone that brings its own header', async () => {
    await renderInTestApp(
      <PortalPageLayout title="Home" noHeader>
        <p>home</p>
      </PortalPageLayout>,
    );
    expect(
      screen.queryByRole('link', { name: 'Home' }),
    ).not.toBeInTheDocument();
  });
});
