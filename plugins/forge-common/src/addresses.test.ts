import {
  formatShownPath,
  formatStoredUrl,
  isStoredUrl,
  parseForgePath,
  showUrl,
} from './addresses';

const README = {
  namespace: 'acme',
  name: 'orders',
  view: 'blob' as const,
  rest: 'release/1.x/docs/read me.md',
};

describe('addresses of the forge', () => {
  it('stores an address on the virtual origin', () => {
    expect(formatStoredUrl(README)).toBe(
      'https://forge.groundwork.internal/acme/orders/-/blob/release/1.x/docs/read%20me.md',
    );
  });

  it('shows a stored address below the base URL', () => {
    expect(showUrl(formatStoredUrl(README), 'https://portal.acme.org/p/')).toBe(
      `https://portal.acme.org/p${formatShownPath(README)}`,
    );
  });

  it.each([
    'https://github.com/acme/orders',
    'https://forge.groundwork.internal.evil.org/acme/orders',
    'https://forge.groundwork.internal@evil.org/acme/orders',
  ])('leaves %s as it is', url => {
    expect(isStoredUrl(url)).toBe(false);
    expect(showUrl(url, 'http://localhost:7007')).toBe(url);
  });

  it('reads back what it writes', () => {
    expect(parseForgePath(new URL(formatStoredUrl(README)).pathname)).toEqual(
      README,
    );
  });

  it.each([
    ['/acme/orders', { namespace: 'acme', name: 'orders' }],
    ['/acme/orders/', { namespace: 'acme', name: 'orders' }],
    ['/acme/orders.git', { namespace: 'acme', name: 'orders' }],
    [
      '/acme/orders/-/changes',
      { namespace: 'acme', name: 'orders', view: 'changes', rest: '' },
    ],
    ['/acme', undefined],
    ['/acme/orders/-/admin/x', undefined],
    ['/acme/%ZZ', undefined],
  ])('reads %s', (path, place) => {
    expect(parseForgePath(path)).toEqual(place);
  });
});
