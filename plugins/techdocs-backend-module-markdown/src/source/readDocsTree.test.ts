import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { readDocsTree } from './readDocsTree';

describe('readDocsTree', () => {
  const source = createMockDirectory();
  const outside = createMockDirectory({ content: { 'secret.md': 'secret' } });

  it('lists pages as mkdocs does: index first, files, then directories', async () => {
    source.setContent({
      docs: {
        'zebra.md': '',
        'apple.md': '',
        'index.md': '',
        'logo.png': '',
        '.hidden.md': '',
        guides: { 'b.md': '', 'index.md': '' },
      },
    });
    const tree = await readDocsTree(source.path, 'docs');
    expect(tree.pages.map(page => page.path)).toEqual([
      'index.md',
      'apple.md',
      'zebra.md',
      'guides/index.md',
      'guides/b.md',
    ]);
    expect(tree.attachments.map(file => file.path)).toEqual(['logo.png']);
  });

  it('names symbolic links and does not follow them', async () => {
    source.setContent({ docs: { 'index.md': '' } });
    await fs.symlink(
      outside.resolve('secret.md'),
      source.resolve('docs/link.md'),
    );
    await fs.symlink(outside.path, source.resolve('docs/tree'));
    const tree = await readDocsTree(source.path, 'docs');
    expect(tree.pages.map(page => page.path)).toEqual(['index.md']);
    expect(tree.problems).toEqual([
      "'link.md' is a symbolic link; skipped",
      "'tree' is a symbolic link; skipped",
    ]);
  });

  it.each(['../elsewhere', '/etc', 'docs/../../x'])(
    'refuses docs_dir %s',
    async docsDir => {
      source.setContent({ docs: {} });
      await expect(readDocsTree(source.path, docsDir)).rejects.toThrow(
        `docs_dir '${docsDir}' is outside the source`,
      );
    },
  );

  it('refuses a docs_dir that is a link out of the source', async () => {
    source.setContent({});
    await fs.symlink(outside.path, source.resolve('docs'));
    await expect(readDocsTree(source.path, 'docs')).rejects.toThrow(
      "docs_dir 'docs' is outside the source",
    );
  });

  it('uses the README of the source as home page when docs_dir has none', async () => {
    source.setContent({ 'README.md': '# Home', docs: { 'other.md': '' } });
    const tree = await readDocsTree(source.path, 'docs');
    expect(tree.pages.map(page => page.path)).toEqual(['index.md', 'other.md']);
    expect(tree.readmeHome).toEqual({ docsDir: 'docs' });
  });

  it('does not follow a README that is a symbolic link', async () => {
    source.setContent({});
    await fs.symlink(outside.resolve('secret.md'), source.resolve('README.md'));
    await expect(readDocsTree(source.path, 'docs')).rejects.toThrow(
      'No documentation found',
    );
  });

  it('says what to add when there is no documentation', async () => {
    source.setContent({ 'main.go': '' });
    await expect(readDocsTree(source.path, 'docs')).rejects.toThrow(
      "No documentation found: add 'docs/index.md' or 'README.md' to the source",
    );
  });

  it('skips HTML files, which would bypass the sanitizer', async () => {
    source.setContent({
      docs: { 'index.md': '', evil: { 'index.html': '<script></script>' } },
    });
    const tree = await readDocsTree(source.path, 'docs');
    expect(tree.attachments).toEqual([]);
    expect(tree.problems).toEqual([
      "'evil/index.html' is an HTML file; only Markdown becomes a page, skipped",
    ]);
  });

  it('keeps the first of two files with one address', async () => {
    source.setContent({ docs: { 'README.md': '', 'index.md': '' } });
    const tree = await readDocsTree(source.path, 'docs');
    expect(tree.pages.map(page => page.path)).toEqual(['index.md']);
    expect(tree.problems).toEqual([
      "'README.md' has the same address as 'index.md'; skipped",
    ]);
  });
});
