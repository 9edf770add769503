import type { ForgeHost } from './ForgeHost';
import { parseRepositoryUrl } from './parseRepositoryUrl';

/** The only method that is called. */
function hostOf(origin: string) {
  return {
    id: origin,
    ownsUrl: (url: string) => url.startsWith(`${origin}/`),
  } as unknown as ForgeHost;
}

const hosts = [
  hostOf('https://forge.groundwork.internal'),
  hostOf('https://github.com'),
];
const forge = { findHost: (url: string) => hosts.find(h => h.ownsUrl(url)) };

describe('parseRepositoryUrl', () => {
  it.each([
    ['https://forge.groundwork.internal/acme/orders', undefined],
    ['https://forge.groundwork.internal/acme/orders.git', undefined],
    [
      'https://forge.groundwork.internal/acme/orders/-/blob/main/a%20b.yaml',
      'main/a b.yaml',
    ],
    [
      'https://forge.groundwork.internal/acme/orders/-/tree/main/docs/',
      'main/docs/',
    ],
    ['https://github.com/acme/orders/blob/main/a.yaml?x=1#L3', 'main/a.yaml'],
    ['https://github.com/acme/orders/tree/main/../next/a.yaml', 'next/a.yaml'],
  ])('reads %s', (url, rest) => {
    expect(parseRepositoryUrl(forge, url)).toMatchObject({
      namespace: 'acme',
      name: 'orders',
      rest,
    });
  });

  it.each([
    'https://example.org/acme/orders',
    'https://github.com/acme',
    'https://github.com/acme/orders/issues/1',
    'https://github.com/acme/orders/blob/main/..%2F..%2Fother/blob/main/a',
    'https://github.com/acme/orders/blob/main/..%5C..%5Cother',
    'https://github.com/acme/%E0%A4%A',
  ])('knows no repository in %s', url => {
    expect(parseRepositoryUrl(forge, url)).toBeUndefined();
  });
});
