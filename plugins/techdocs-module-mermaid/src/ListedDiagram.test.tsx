import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { ListedDiagram } from './ListedDiagram';

/** Chromium draws in the journeys; here there is no layout to draw with. */
const draw = async () => '<svg><text>orders</text></svg>';

function addListing(): HTMLPreElement {
  const listing = document.createElement('pre');
  listing.innerHTML = '<code>graph LR\n  orders --&gt; payments</code>';
  document.body.append(listing);
  return listing;
}

describe('ListedDiagram', () => {
  it('stands in the place of the listing', async () => {
    const listing = addListing();
    await renderInTestApp(<ListedDiagram listing={listing} draw={draw} />);
    await screen.findByRole('img');
    const figure = screen.getByRole('figure');
    expect(figure.parentElement).toBe(listing.previousElementSibling);
    expect(listing).not.toBeVisible();
  });

  it('gives the place back to the listing when it goes', async () => {
    const listing = addListing();
    const { unmount } = await renderInTestApp(
      <ListedDiagram listing={listing} draw={draw} />,
    );
    await screen.findByRole('img');
    unmount();
    expect(listing).toBeVisible();
    expect(listing.previousElementSibling?.querySelector('figure')).toBeFalsy();
  });
});
