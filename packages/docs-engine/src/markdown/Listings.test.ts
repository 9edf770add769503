import { Listings } from './Listings';

describe('Listings', () => {
  it('puts listings back into their places', () => {
    const listings = Listings.create();
    const html = `<pre>${listings.keep('one')}</pre><pre>${listings.keep(
      '$1 two',
    )}</pre>`;
    expect(listings.restore(html)).toBe(
      '<pre><code tabindex="0">one</code></pre><pre><code tabindex="0">$1 two</code></pre>',
    );
  });

  it('does not restore a listing that was pulled into an attribute', () => {
    const listings = Listings.create();
    const escaped = listings
      .keep('<span class="x">')
      .replace(/</g, '&lt;')
      .replace(/"/g, '&quot;');
    expect(listings.restore(`<a title="${escaped}">`)).not.toContain('<span');
  });
});
