import { createMockDirectory } from '@backstage/backend-test-utils';
import { showAddresses } from './showAddresses';

const ORIGIN = 'https://forge.groundwork.internal';

describe('showAddresses', () => {
  const site = createMockDirectory();

  it('lets links lead to the pages of the portal, and leaves text alone', async () => {
    site.setContent({
      'index.html': `<a class="x" href="${ORIGIN}/acme/a/-/edit/main/b.md">${ORIGIN}/acme</a>`,
      deep: { 'index.html': `<a href="${ORIGIN}">All</a>` },
      'other.html': `<a href="${ORIGIN}.example.com/">No</a>`,
      'search.json': `{"text": "href=\\"${ORIGIN}/\\""}`,
    });

    await showAddresses(site.path, { forgePath: '/portal/forge' });

    expect(site.content()).toEqual({
      'index.html': `<a class="x" href="/portal/forge/acme/a/-/edit/main/b.md">${ORIGIN}/acme</a>`,
      deep: { 'index.html': '<a href="/portal/forge">All</a>' },
      'other.html': `<a href="${ORIGIN}.example.com/">No</a>`,
      'search.json': `{"text": "href=\\"${ORIGIN}/\\""}`,
    });
  });
});
