import { absoluteUrl, entityPath, resolvePath, viewPath } from './addresses';
import { resolveLink } from './markdown/resolveLink';
import { parseLineAnchor } from './code/lineAnchor';

const orders = { namespace: 'acme', name: 'orders' };
const guide = { revision: 'feat/x', path: 'docs/guide.md' };

describe('addresses of the pages', () => {
  it('keeps the slashes of branches and paths', () => {
    expect(viewPath(orders, 'blob', 'feat/x', 'a b.md')).toBe(
      '/forge/acme/orders/-/blob/feat/x/a%20b.md',
    );
  });

  it('puts a path below the base URL, and leaves other hosts alone', () => {
    expect(absoluteUrl('/forge/a/b.git', 'http://localhost/p/')).toBe(
      'http://localhost/p/forge/a/b.git',
    );
    expect(absoluteUrl('https://github.com/a/b.git', 'http://x')).toBe(
      'https://github.com/a/b.git',
    );
  });

  it('does not resolve a path outside the repository', () => {
    expect(resolvePath('docs', '../README.md')).toBe('README.md');
    expect(resolvePath('docs', '../../etc/passwd')).toBeUndefined();
  });

  it('knows the page of an entity, and none of a login', () => {
    expect(entityPath('group:default/checkout')).toBe(
      '/catalog/default/group/checkout',
    );
    expect(entityPath('octocat')).toBeUndefined();
  });
});

describe('links of documents', () => {
  it.each([
    ['setup.md', '/forge/acme/orders/-/blob/feat/x/docs/setup.md'],
    ['/README.md#l', '/forge/acme/orders/-/blob/feat/x/README.md#document-l'],
    ['../src/a.ts#L3', '/forge/acme/orders/-/blob/feat/x/src/a.ts#L3'],
    ['#setup', '#document-setup'],
    ['https://forge.groundwork.internal/acme/billing', '/forge/acme/billing'],
  ])('leads from %s to %s', (link, href) => {
    expect(resolveLink(link, guide, orders)).toEqual({
      href,
      isExternal: false,
    });
  });

  it.each([
    'vbscript:alert(1)',
    'data:text/html,x',
    '//evil.example.com',
    '../../../etc',
    '%ZZ',
  ])('leads nowhere from %s', link => {
    expect(resolveLink(link, guide, orders)).toBeUndefined();
  });

  it('marks what leaves the portal', () => {
    expect(resolveLink('https://example.com', guide, orders)).toEqual({
      href: 'https://example.com',
      isExternal: true,
    });
  });
});

describe('anchors of lines', () => {
  it.each([
    ['#L3', { first: 3, last: 3 }],
    ['#L9-L3', { first: 3, last: 9 }],
    ['#document-x', undefined],
    ['#L0', undefined],
  ])('reads %s', (hash, lines) => {
    expect(parseLineAnchor(hash)).toEqual(lines);
  });
});
