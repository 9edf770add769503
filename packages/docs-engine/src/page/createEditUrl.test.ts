import { parseSiteConfig } from '../config/parseSiteConfig';
import type { DocsTree } from '../source/DocsTree';
import { createEditUrl, EDIT_PATH } from './createEditUrl';

const tree: DocsTree = {
  pages: [],
  attachments: [],
  roots: [
    { prefix: '', directory: '/x/docs', sourcePath: 'docs' },
    { prefix: 'part', directory: '/x/p/docs', sourcePath: 'p/docs' },
  ],
  skipped: [],
};
const sourceEditor = `https://git.example.com/x/edit/main/${EDIT_PATH}`;

function editUrl(
  yaml: string,
  options: Partial<{ sourceEditor: string }> = {},
) {
  const site = parseSiteConfig(yaml, 'mkdocs.yml');
  return createEditUrl({ site, tree, ...options });
}

describe('createEditUrl', () => {
  it('joins repo_url and edit_uri', () => {
    expect(
      editUrl('repo_url: https://git.example.com/x\nedit_uri: edit/main/docs')(
        'guides/a b.md',
      ),
    ).toBe('https://git.example.com/x/edit/main/docs/guides/a%20b.md');
  });

  it('fills edit_uri_template', () => {
    expect(
      editUrl(
        'repo_url: https://git.example.com/x\nedit_uri_template: "e?file={path}&page={path_noext}"',
      )('guides/a.md'),
    ).toBe('https://git.example.com/x/e?file=guides/a.md&page=guides/a');
  });

  it('knows the editors of the public hosts', () => {
    expect(editUrl('repo_url: https://github.com/acme/x')('a.md')).toBe(
      'https://github.com/acme/x/edit/master/docs/a.md',
    );
  });

  it('uses the place that the source was read from', () => {
    const url = editUrl('repo_url: https://github.com/acme/x', {
      sourceEditor,
    });
    expect(url('guides/a b.md')).toBe(
      'https://git.example.com/x/edit/main/docs/guides/a%20b.md',
    );
  });

  it('finds the source of a page of an included site', () => {
    expect(editUrl('', { sourceEditor })('part/a.md')).toBe(
      'https://git.example.com/x/edit/main/p/docs/a.md',
    );
  });

  it('edits the README where it is the home page', () => {
    const readmeHome = { docsDir: 'docs', file: 'README.md' };
    const url = createEditUrl({
      site: parseSiteConfig('', 'mkdocs.yml'),
      tree: { ...tree, readmeHome },
      sourceEditor,
    });
    expect(url('index.md')).toBe(
      'https://git.example.com/x/edit/main/README.md',
    );
  });

  it.each([
    '',
    'repo_url: https://git.example.com/x',
    'repo_url: https://github.com/acme/x\nedit_uri: ""',
    'edit_uri: javascript:alert(1)//',
    'repo_url: nonsense',
  ])('offers no editing for %j', yaml => {
    expect(editUrl(yaml)('a.md')).toBeUndefined();
  });
});
