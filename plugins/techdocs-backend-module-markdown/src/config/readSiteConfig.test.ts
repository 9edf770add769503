import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { LIMITS } from './limits';
import { parseSiteConfig, readSiteConfig } from './readSiteConfig';

describe('readSiteConfig', () => {
  const source = createMockDirectory();

  it('gives a source without mkdocs.yml the defaults', async () => {
    source.setContent({ docs: {} });
    await expect(readSiteConfig(source.path)).resolves.toEqual({
      docsDir: 'docs',
      notes: [],
    });
  });

  it('reads mkdocs.yaml when there is no mkdocs.yml', async () => {
    source.setContent({ 'mkdocs.yaml': 'site_name: Yaml' });
    const site = await readSiteConfig(source.path);
    expect(site.siteName).toBe('Yaml');
  });

  it('refuses a symbolic link by name', async () => {
    source.setContent({ real: 'site_name: Elsewhere' });
    await fs.symlink(source.resolve('real'), source.resolve('mkdocs.yml'));
    await expect(readSiteConfig(source.path)).rejects.toThrow(
      'mkdocs.yml is a symbolic link; commit the file itself',
    );
  });

  it('refuses a file beyond the size limit', async () => {
    source.setContent({ 'mkdocs.yml': '#'.repeat(LIMITS.configBytes + 1) });
    await expect(readSiteConfig(source.path)).rejects.toThrow(
      /mkdocs.yml has \d+ bytes; the limit is/,
    );
  });
});

describe('parseSiteConfig', () => {
  it('reads what describes the site', () => {
    const site = parseSiteConfig(
      [
        'site_name: Sample',
        'site_description: About',
        'docs_dir: documentation',
        'repo_url: https://git.example.com/sample',
        'edit_uri: edit/main/docs/',
        'plugins: [techdocs-core]',
      ].join('\n'),
      'mkdocs.yml',
    );
    expect(site).toEqual({
      siteName: 'Sample',
      siteDescription: 'About',
      docsDir: 'documentation',
      nav: undefined,
      repoUrl: 'https://git.example.com/sample',
      editUri: 'edit/main/docs/',
      notes: [],
    });
  });

  it('names the keys that have no effect', () => {
    const { notes } = parseSiteConfig(
      'hooks: [evil.py]\nplugins: [macros]\ntheme: readthedocs',
      'mkdocs.yml',
    );
    expect(notes).toEqual([
      'mkdocs.yml: not used by this engine: hooks, plugins, theme',
    ]);
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
