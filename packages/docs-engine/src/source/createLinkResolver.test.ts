import { createLinkResolver } from './createLinkResolver';
import type { DocsTree } from './DocsTree';

const file = (path: string) => ({ path, absolutePath: `/${path}`, size: 1 });
const tree: DocsTree = {
  pages: ['index.md', 'guides/start.md', 'reference/index.md'].map(file),
  attachments: ['guides/a b.png'].map(file),
  roots: [],
  skipped: [],
};

describe('createLinkResolver', () => {
  const links = createLinkResolver(tree);

  it.each([
    ['../reference/index.md#errors', '../../reference/#errors'],
    ['../reference/index.md/#errors', '../../reference/#errors'],
    ['../index.md', '../../'],
    ['start.md?x=1', './?x=1'],
    ['start.md#', './'],
    ['a%20b.png', '../a%20b.png'],
    ['#here', '#here'],
    ['https://example.com/x.md', 'https://example.com/x.md'],
    ['//example.com/x.md', '//example.com/x.md'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
  ])('rewrites %s to %s', (href, expected) => {
    const { href: rewritten, problem } = links.resolve(href, 'guides/start.md');
    expect({ rewritten, problem }).toEqual({ rewritten: expected });
  });

  it('knows the file and the place on it that a link leads to', () => {
    expect(
      links.resolve('../reference/index.md#caf%C3%A9', 'guides/start.md'),
    ).toMatchObject({ file: 'reference/index.md', anchor: 'café' });
    expect(links.resolve('#here', 'guides/start.md')).toMatchObject({
      file: 'guides/start.md',
      anchor: 'here',
    });
  });

  it('takes the address of a page for the page, seen from the page', () => {
    expect(links.resolve('../../reference/', 'guides/start.md')).toMatchObject({
      href: '../../reference/',
      file: 'reference/index.md',
    });
  });

  it('leaves references in HTML as they are and tells where they lead', () => {
    expect(links.locate('../a%20b.png', 'guides/start.md')).toMatchObject({
      href: '../a%20b.png',
      file: 'guides/a b.png',
    });
    expect(links.locate('a%20b.png', 'guides/start.md').problem).toBe(
      "'a%20b.png' leads to no page of the site",
    );
  });

  it('leads to pages of a site without directory URLs', () => {
    const flat = createLinkResolver(tree, false);
    expect(flat.resolve('../reference/index.md', 'guides/start.md').href).toBe(
      '../reference/index.html',
    );
  });

  it('reports a link that starts at the server', () => {
    expect(links.resolve('/absolute.md', 'guides/start.md')).toMatchObject({
      href: '/absolute.md',
      problem:
        "'/absolute.md' starts at the server; make it relative to this file",
    });
  });

  it('reports a file that does not exist and leaves the link as written', () => {
    expect(links.resolve('missing.md', 'guides/start.md')).toMatchObject({
      href: 'missing.md',
      problem: "'missing.md' points to a file that does not exist",
    });
  });

  it('refuses to lead outside the documentation directory', () => {
    expect(links.resolve('../../etc/passwd', 'guides/start.md')).toMatchObject({
      href: '../../etc/passwd',
      problem: "'../../etc/passwd' points outside the documentation directory",
    });
  });

  it('survives a malformed percent-encoding', () => {
    expect(links.resolve('%E0%A4%A.md', 'index.md').problem).toContain(
      'does not exist',
    );
  });

  it('reads the links of a README from the root of the source', () => {
    const fromReadme = createLinkResolver({
      ...tree,
      readmeHome: { docsDir: 'docs', file: 'README.md' },
    });
    expect(
      fromReadme.resolve('docs/guides/start.md', 'index.md'),
    ).toMatchObject({ href: 'guides/start/' });
  });
});
