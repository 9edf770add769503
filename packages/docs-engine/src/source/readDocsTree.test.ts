import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { DEFAULT_SITE_CONFIG } from '../config/SiteConfig';
import { readDocsTree } from './readDocsTree';

const site = DEFAULT_SITE_CONFIG;

describe('readDocsTree', () => {
  const source = createMockDirectory();
  const outside = createMockDirectory({ content: { 'secret.md': 'secret' } });

  it('lists pages as mkdocs does: index first, files, then directories', () => {
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
    const tree = readDocsTree(source.path, site);
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
    const tree = readDocsTree(source.path, site);
    expect(tree.pages.map(page => page.path)).toEqual(['index.md']);
    expect(tree.skipped).toEqual([
      { file: 'link.md', reason: 'is a symbolic link' },
      { file: 'tree', reason: 'is a symbolic link' },
    ]);
  });

  it.each(['../elsewhere', '/etc', 'docs/../../x'])(
    'refuses docs_dir %s',
    docsDir => {
      source.setContent({ docs: {} });
      expect(() => readDocsTree(source.path, { docsDir })).toThrow(
        `docs_dir '${docsDir}' is outside the source`,
      );
    },
  );

  it('refuses a docs_dir that is a link out of the source', async () => {
    source.setContent({});
    await fs.symlink(outside.path, source.resolve('docs'));
    expect(() => readDocsTree(source.path, site)).toThrow(
      "docs_dir 'docs' is a link out of the source",
    );
  });

  it('uses the README of the source as home page when docs_dir has none', () => {
    source.setContent({ 'README.md': '# Home', docs: { 'other.md': '' } });
    const tree = readDocsTree(source.path, site);
    expect(tree.pages.map(page => page.path)).toEqual(['index.md', 'other.md']);
    expect(tree.readmeHome).toEqual({ docsDir: 'docs', file: 'README.md' });
  });

  it('does not follow a README that is a symbolic link', async () => {
    source.setContent({});
    await fs.symlink(outside.resolve('secret.md'), source.resolve('README.md'));
    expect(() => readDocsTree(source.path, site)).toThrow(
      'No documentation found',
    );
  });

  it('says what to add when there is no documentation', () => {
    source.setContent({ 'main.go': '' });
    expect(() => readDocsTree(source.path, site)).toThrow(
      "No documentation found: add 'docs/index.md' or 'README.md' to the source",
    );
  });

  it('skips HTML files, which would bypass the sanitizer', () => {
    source.setContent({
      docs: { 'index.md': '', evil: { 'index.html': '<script></script>' } },
    });
    const tree = readDocsTree(source.path, site);
    expect(tree.attachments).toEqual([]);
    expect(tree.skipped).toEqual([
      {
        file: 'evil/index.html',
        reason: 'is an HTML file; only Markdown becomes a page',
      },
    ]);
  });

  it('keeps the first of two files with one address', () => {
    source.setContent({ docs: { 'README.md': '', 'index.md': '' } });
    const tree = readDocsTree(source.path, site);
    expect(tree.pages.map(page => page.path)).toEqual(['index.md']);
    expect(tree.skipped).toEqual([
      { file: 'README.md', reason: "has the same address as 'index.md'" },
    ]);
  });

  it('leaves out what the site excludes', () => {
    source.setContent({
      docs: { 'index.md': '', 'draft-a.md': '', templates: { 'x.md': '' } },
    });
    const tree = readDocsTree(source.path, {
      docsDir: 'docs',
      excludeDocs: 'draft-*',
    });
    expect(tree.pages.map(page => page.path)).toEqual(['index.md']);
  });
});
