import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { LIMITS } from './limits';
import { parseSiteConfig } from './parseSiteConfig';
import { readSiteConfig } from './readSiteConfig';
import { DEFAULT_SITE_CONFIG } from './SiteConfig';

describe('readSiteConfig', () => {
  const source = createMockDirectory();

  it('gives a source without mkdocs.yml the defaults', () => {
    source.setContent({ docs: {} });
    expect(readSiteConfig(source.path)).toBe(DEFAULT_SITE_CONFIG);
  });

  it('prefers mkdocs.yaml, as TechDocs does', () => {
    source.setContent({
      'mkdocs.yaml': 'site_name: Yaml',
      'mkdocs.yml': 'site_name: Yml',
    });
    expect(readSiteConfig(source.path).siteName).toBe('Yaml');
  });

  it('refuses a symbolic link by name', async () => {
    source.setContent({ real: 'site_name: Elsewhere' });
    await fs.symlink(source.resolve('real'), source.resolve('mkdocs.yml'));
    expect(() => readSiteConfig(source.path)).toThrow(
      'mkdocs.yml is a symbolic link; commit the file itself',
    );
  });

  it('refuses a file beyond the size limit', () => {
    source.setContent({ 'mkdocs.yml': '#'.repeat(LIMITS.configBytes + 1) });
    expect(() => readSiteConfig(source.path)).toThrow(
      /mkdocs.yml has \d+ bytes; the limit is/,
    );
  });
});

describe('parseSiteConfig', () => {
  it('reads what describes the site', () => {
    expect(
      parseSiteConfig(
        [
          'site_name: Sample',
          'site_description: About',
          'docs_dir: documentation',
          'repo_url: https://git.example.com/sample',
          'edit_uri: edit/main/docs/',
          'use_directory_urls: false',
          'exclude_docs: "*.tmp.md"',
          'theme: { name: material, features: [navigation.indexes] }',
          'plugins: [techdocs-core, { redirects: { redirect_maps: { old.md: new.md } } }]',
        ].join('\n'),
        'mkdocs.yml',
      ),
    ).toMatchObject({
      siteName: 'Sample',
      siteDescription: 'About',
      docsDir: 'documentation',
      nav: undefined,
      repoUrl: 'https://git.example.com/sample',
      editUri: 'edit/main/docs/',
      usesDirectoryUrls: false,
      excludeDocs: '*.tmp.md',
      hasSectionIndexes: true,
      redirects: { 'old.md': 'new.md' },
      notes: [],
    });
  });

  it('names what has no effect', () => {
    const { notes } = parseSiteConfig(
      [
        'hooks: [evil.py]',
        'INHERIT: ../base.yml',
        'plugins: [macros, search]',
        'markdown_extensions: [mdx_include, tables]',
      ].join('\n'),
      'mkdocs.yml',
    );
    expect(notes).toEqual([
      'mkdocs.yml: not used by this engine: hooks, INHERIT',
      'mkdocs.yml: plugins without effect here: macros',
      'mkdocs.yml: Markdown extensions without effect here: mdx_include',
    ]);
  });

  it('reads the Markdown options of a site', () => {
    const { markdown } = parseSiteConfig(
      [
        'markdown_extensions:',
        '  - smarty',
        '  - nl2br',
        '  - toc: { permalink: "#", toc_depth: 2-3, title: On this page, slugify: !!python/object/apply:pymdownx.slugs.slugify { kwds: { case: lower } } }',
        '  - pymdownx.highlight: { linenums: true }',
        '  - pymdownx.arithmatex',
        '  - pymdownx.magiclink: { repo_url_shorthand: true, user: acme, repo: x }',
        'plugins: [{ techdocs-core: { use_pymdownx_blocks: true } }]',
      ].join('\n'),
      'mkdocs.yml',
    );
    expect(markdown).toEqual({
      hasTypography: true,
      keepsLineBreaks: true,
      numbersLines: true,
      hasBlocks: true,
      hasFormulas: true,
      permalink: '#',
      contentsLevels: { first: 2, last: 3 },
      contentsTitle: 'On this page',
      slugs: {
        style: 'pymdown',
        keepsUnicode: true,
        case: 'lower',
        separator: '-',
      },
      shorthand: { provider: 'github', user: 'acme', repository: 'x' },
    });
  });

  it('accepts an empty file', () => {
    expect(parseSiteConfig('', 'mkdocs.yml').docsDir).toBe('docs');
  });

  it('refuses a list', () => {
    expect(() => parseSiteConfig('- a', 'mkdocs.yml')).toThrow(
      'mkdocs.yml must be a mapping',
    );
  });
});
