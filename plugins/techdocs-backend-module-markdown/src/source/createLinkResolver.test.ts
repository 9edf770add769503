import { createLinkResolver } from './createLinkResolver';
import type { DocsTree } from './readDocsTree';

const file = (path: string) => ({ path, absolutePath: `/${path}`, size: 1 });
const tree: DocsTree = {
  pages: ['index.md', 'guides/start.md', 'reference/index.md'].map(file),
  attachments: ['guides/a b.png'].map(file),
  problems: [],
};

describe('createLinkResolver', () => {
  const resolve = createLinkResolver(tree);

  it.each([
    ['../reference/index.md#errors', '../../reference/#errors'],
    ['../index.md', '../../'],
    ['start.md?x=1', './?x=1'],
    ['a%20b.png', '../a%20b.png'],
    ['#here', '#here'],
    ['https://example.com/x.md', 'https://example.com/x.md'],
    ['//example.com/x.md', '//example.com/x.md'],
    ['/absolute.md', '/absolute.md'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
  ])('rewrites %s to %s', (href, expected) => {
    expect(resolve(href, 'guides/start.md')).toEqual({ href: expected });
  });

  it('reports a file that does not exist and leaves the link as written', () => {
    expect(resolve('missing.md', 'guides/start.md')).toEqual({
      href: 'missing.md',
      problem: "'missing.md' points to a file that does not exist",
    });
  });

  it('refuses to lead outside the documentation directory', () => {
    expect(resolve('../../etc/passwd', 'guides/start.md')).toEqual({
      href: '../../etc/passwd',
      problem: "'../../etc/passwd' points outside the documentation directory",
    });
  });

  it('survives a malformed percent-encoding', () => {
    expect(resolve('%E0%A4%A.md', 'index.md').problem).toContain(
      'does not exist',
    );
  });

  it('reads the links of a README from the root of the source', () => {
    const fromReadme = createLinkResolver({
      ...tree,
      readmeHome: { docsDir: 'docs' },
    });
    expect(fromReadme('docs/guides/start.md', 'index.md')).toEqual({
      href: 'guides/start/',
    });
  });
});
