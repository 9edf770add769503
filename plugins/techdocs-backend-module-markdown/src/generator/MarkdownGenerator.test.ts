import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { GeneratorRunOptions } from '@backstage/plugin-techdocs-node';
import fs from 'node:fs/promises';
import { LIMITS } from '../config/limits';
import { MarkdownGenerator } from './MarkdownGenerator';

describe('MarkdownGenerator', () => {
  const source = createMockDirectory();
  const target = createMockDirectory();
  const generator = MarkdownGenerator.fromConfig(mockServices.rootConfig());

  async function build(options: Partial<GeneratorRunOptions> = {}) {
    const warnings: string[] = [];
    const logger = {
      info: () => {},
      warn: (message: string) => warnings.push(message),
    };
    await generator.run({
      inputDir: source.path,
      outputDir: target.resolve('site'),
      // Only these two methods of the logger are used.
      logger: logger as unknown as GeneratorRunOptions['logger'],
      ...options,
    });
    return warnings;
  }

  async function readSite(file: string): Promise<string> {
    return fs.readFile(target.resolve('site', file), 'utf8');
  }

  beforeEach(() => {
    target.clear();
  });

  it('writes pages, attachments, search index and metadata', async () => {
    source.setContent({
      'mkdocs.yml':
        'site_name: Sample\nsite_description: About\nnav: [index.md, guides/start.md]',
      docs: {
        'index.md': '# Welcome\n\n![Logo](img/logo.png)',
        guides: { 'start.md': '# Start\n\nSee [home](../index.md).' },
        img: { 'logo.png': 'png' },
      },
    });
    await build({ etag: 'abc' });

    const metadata = JSON.parse(await readSite('techdocs_metadata.json'));
    expect(metadata).toEqual({
      site_name: 'Sample',
      site_description: 'About',
      etag: 'abc',
      build_timestamp: expect.any(Number),
      files: [
        'img/logo.png',
        expect.stringMatching(
          /^assets\/stylesheets\/main\.[0-9a-f]{8}\.min\.css$/,
        ),
        'index.html',
        'guides/start/index.html',
        'search/search_index.json',
        'techdocs_metadata.json',
      ],
    });
    await expect(readSite('img/logo.png')).resolves.toBe('png');
    await expect(readSite('guides/start/index.html')).resolves.toContain(
      '<a href="../../">home</a>',
    );
    const index = JSON.parse(await readSite('search/search_index.json'));
    expect(index.docs).toContainEqual({
      location: 'guides/start/#start',
      title: 'Start',
      text: 'See home.',
    });
  });

  it('frames pages with what the TechDocs reader looks for', async () => {
    source.setContent({
      docs: {
        'index.md': '# Home',
        'middle.md': '# Middle\n\n## Part',
        guides: { 'last.md': 'No heading' },
      },
    });
    await build({ siteOptions: { name: 'From entity' } });

    const page = await readSite('middle/index.html');
    expect(page).toContain('<title>Middle - From entity</title>');
    expect(page).toMatch(
      /<link rel="stylesheet" href="\.\.\/assets\/stylesheets\/main\.[0-9a-f]{8}\.min\.css">/,
    );
    expect(page).toMatch(/class="md-header"><label [^>]*for="__drawer"/);
    expect(page).toContain(
      'data-md-component="sidebar" data-md-type="navigation"',
    );
    expect(page).toContain('data-md-component="sidebar" data-md-type="toc"');
    expect(page).toContain(
      '<li class="md-nav__item md-nav__item--active"><a href="./"',
    );
    expect(page).toContain(
      '<a href="#part" class="md-nav__link"><span class="md-ellipsis">Part</span></a>',
    );
    expect(page).toMatch(/<article [^>]*>\s*<h1 id="middle">/);
    expect(page).toContain(
      '<a href="../" class="md-footer__link md-footer__link--prev"',
    );
    expect(page).toContain(
      '<a href="../guides/last/" class="md-footer__link md-footer__link--next"',
    );
    expect(page).not.toContain('Edit this page');

    const last = await readSite('guides/last/index.html');
    expect(last).toContain('<h1>Last</h1>');
    expect(last).toContain(
      '<li class="md-nav__item md-nav__item--active md-nav__item--nested"><input class="md-nav__toggle md-toggle" type="checkbox" id="__nav_3" checked>',
    );
  });

  it('offers editing only where the source is known', async () => {
    source.setContent({
      'mkdocs.yml': 'repo_url: https://github.com/acme/x',
      docs: { 'index.md': '# Home' },
    });
    await build();
    await expect(readSite('index.html')).resolves.toContain(
      '<a href="https://github.com/acme/x/edit/master/docs/index.md" title="Edit this page"',
    );
  });

  it('names broken links, unknown files and symbolic links in the log', async () => {
    source.setContent({
      'mkdocs.yml': 'nav: [index.md, gone.md]',
      docs: { 'index.md': '# Home\n\n[x](nope.md)' },
    });
    await fs.symlink('/etc/passwd', source.resolve('docs/passwd.txt'));
    await expect(build()).resolves.toEqual([
      "'passwd.txt' is a symbolic link; skipped",
      "index.md: line 3: 'nope.md' points to a file that does not exist",
      "nav entry 'gone.md' does not exist; left out",
    ]);
  });

  it('runs nothing from a hostile source and still builds', async () => {
    source.setContent({
      'mkdocs.yml': [
        `site_name: '"><script>alert(1)</script>'`,
        'hooks: [evil.py]',
        `extra: !!python/object/apply:os.system ['touch pwned']`,
        `nav: [{'<img src=x onerror=alert(1)>': index.md}]`,
      ].join('\n'),
      docs: {
        'index.md':
          '---\ntitle: "<script>alert(1)</script>"\n---\n# <svg onload=alert(1)>',
        '"><img src=x onerror=alert(1)>.md': 'x',
      },
    });
    await build();
    const page = await readSite('index.html');
    expect(page).not.toMatch(/<script|<svg|<img/);
    expect(Object.keys(source.content() ?? {})).toEqual(['docs', 'mkdocs.yml']);
  });

  it('says on the page that it is too large and builds the others', async () => {
    source.setContent({
      docs: {
        'index.md': '# Home',
        'big.md': 'x'.repeat(LIMITS.pageBytes + 1),
      },
    });
    const warnings = await build();
    expect(warnings).toEqual([
      `big.md: has ${LIMITS.pageBytes + 1} bytes; the limit for a page is ${
        LIMITS.pageBytes
      }, split it into several pages`,
    ]);
    const page = await readSite('big/index.html');
    expect(page).toContain('This page cannot be shown');
  });

  it('lists the pages of a site that has no home page', async () => {
    source.setContent({ docs: { 'one.md': '# One' } });
    await build();
    await expect(readSite('index.html')).resolves.toContain(
      '<li><a href="one/">One</a></li>',
    );
  });

  it('does not let an attachment replace a generated file', async () => {
    source.setContent({
      docs: {
        'index.md': '# Home',
        'techdocs_metadata.json': '{"site_name":"Forged"}',
        search: { 'search_index.json': 'forged' },
      },
    });
    await build({ siteOptions: { name: 'Real' } });
    const metadata = JSON.parse(await readSite('techdocs_metadata.json'));
    expect(metadata.site_name).toBe('Real');
    await expect(readSite('search/search_index.json')).resolves.not.toBe(
      'forged',
    );
  });

  it('leaves no page of an earlier build and nothing beside the site', async () => {
    source.setContent({ docs: { 'index.md': '', 'old.md': '' } });
    await build();
    source.setContent({ docs: { 'index.md': '' } });
    await build();
    await expect(readSite('old/index.html')).rejects.toThrow('ENOENT');
    await expect(fs.readdir(target.path)).resolves.toEqual(['site']);
  });

  it('keeps the earlier site when a build fails', async () => {
    source.setContent({ docs: { 'index.md': '# First' } });
    await build();
    source.setContent({ 'mkdocs.yml': 'nav: [', docs: { 'index.md': '' } });
    await expect(build()).rejects.toThrow('mkdocs.yml is not valid YAML');
    await expect(readSite('index.html')).resolves.toContain('First');
    await expect(fs.readdir(target.path)).resolves.toEqual(['site']);
  });

  it('never writes to the source', async () => {
    source.setContent({ 'README.md': '# Only a README' });
    const before = await fs.stat(source.path);
    await build();
    expect(source.content()).toEqual({ 'README.md': '# Only a README' });
    expect((await fs.stat(source.path)).mtimeMs).toBe(before.mtimeMs);
  });
});
