import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { LIMITS } from '../config/limits';
import type { RenderedPage } from '../page/Page';
import { buildSite } from './buildSite';
import { LONELY_HOST, type SiteHost, type SiteJob } from './SiteHost';

describe('buildSite', () => {
  const source = createMockDirectory();
  const target = createMockDirectory();

  function build(job: Partial<SiteJob> = {}, host: SiteHost = LONELY_HOST) {
    const outputDir = target.resolve('site');
    return buildSite({ inputDir: source.path, outputDir, ...job }, host);
  }

  async function readSite(file: string): Promise<string> {
    return fs.readFile(target.resolve('site', file), 'utf8');
  }

  beforeEach(() => {
    target.clear();
  });

  it('writes pages, attachments, search index, report and metadata', async () => {
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
        expect.stringMatching(
          /^assets\/stylesheets\/main\.[0-9a-f]{8}\.min\.css$/,
        ),
        'index.html',
        'guides/start/index.html',
        'search/search_index.json',
        'docs_report.json',
        'img/logo.png',
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
    expect(JSON.parse(await readSite('docs_report.json'))).toEqual({
      pages: 2,
      findings: [],
      counts: {},
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
    await build({ siteName: 'From entity' });

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
    await expect(readSite('index.html')).resolves.toContain(
      '<title>From entity</title>',
    );

    const last = await readSite('guides/last/index.html');
    expect(last).toContain('<h1>Last</h1>');
    expect(last).toContain(
      '<li class="md-nav__item md-nav__item--active md-nav__item--nested"><input class="md-nav__toggle" checked type="checkbox" id="__nav_3" tabindex="-1">',
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

  it('merges the sites that the navigation includes', async () => {
    source.setContent({
      'mkdocs.yml':
        'nav: [index.md, { Part: "!include ./part/mkdocs.yml" }, { More: "*include ./parts/*/mkdocs.yml" }]',
      docs: { 'index.md': '# Home\n\n[x](part-a/x.md)' },
      part: {
        'mkdocs.yml': 'site_name: part-a\nnav: [x.md]',
        docs: { 'x.md': '# X' },
      },
      parts: {
        one: {
          'mkdocs.yml': 'site_name: One of many',
          docs: { 'index.md': '# One' },
        },
      },
    });
    const { report } = await build();
    expect(report.findings).toEqual([]);
    const home = await readSite('index.html');
    expect(home).toContain('<a href="part-a/x/">x</a>');
    expect(home).toContain('<a href="one-of-many/" class="md-nav__link">');
  });

  it.each([
    ['../elsewhere/mkdocs.yml', 'is outside the source'],
    ['./part/mkdocs.txt', 'name the mkdocs.yml of the included site'],
    ['./missing/mkdocs.yml', 'which does not exist'],
  ])('does not include %s', async (target_, message) => {
    source.setContent({
      'mkdocs.yml': `nav: [{ Part: "!include ${target_}" }]`,
      docs: { 'index.md': '' },
    });
    await expect(build()).rejects.toThrow(message);
  });

  it('leads from the old address of a page to the new one', async () => {
    source.setContent({
      'mkdocs.yml':
        'plugins: [{ redirects: { redirect_maps: { old.md: guide/new.md, ../x.md: guide/new.md } } }]',
      docs: { 'index.md': '', guide: { 'new.md': '' } },
    });
    await build();
    await expect(readSite('old/index.html')).resolves.toContain(
      '<meta http-equiv="refresh" content="0; url=../guide/new/">',
    );
    await expect(fs.readdir(target.path)).resolves.toEqual(['site']);
  });

  it('writes flat addresses where a site wants them', async () => {
    source.setContent({
      'mkdocs.yml': 'use_directory_urls: false',
      docs: { 'index.md': '[a](b/c.md)', b: { 'c.md': '[home](../index.md)' } },
    });
    await build();
    await expect(readSite('index.html')).resolves.toContain('href="b/c.html"');
    await expect(readSite('b/c.html')).resolves.toContain(
      'href="../index.html"',
    );
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
    const { report } = await build();
    expect(report.findings).toContainEqual({
      kind: 'refused-file',
      file: 'docs/big.md',
      page: 'big/',
      message: `has ${LIMITS.pageBytes + 1} bytes; the limit for a page is ${
        LIMITS.pageBytes
      }, split it into several pages`,
    });
    const page = await readSite('big/index.html');
    expect(page).toContain('This page cannot be shown');
  });

  it('says on the page that it has too many lines', async () => {
    source.setContent({
      docs: { 'index.md': '# a\n'.repeat(LIMITS.pageLines) },
    });
    const { report } = await build();
    expect(report.findings[0].message).toMatch(
      /^has 50001 lines; the limit for a page is 50000/,
    );
  });

  it('says on the page that it would be too much HTML', async () => {
    source.setContent({
      docs: { 'index.md': `${'[^1] '.repeat(60_000)}\n\n[^1]: x` },
    });
    const { report } = await build();
    expect(report.findings).toEqual([
      {
        kind: 'refused-file',
        file: 'docs/index.md',
        page: '',
        message: expect.stringMatching(/^becomes \d+ characters of HTML/),
      },
    ]);
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
        guide: 'a file where a page is',
        'guide.md': '# Guide',
      },
    });
    await build({ siteName: 'Real' });
    const metadata = JSON.parse(await readSite('techdocs_metadata.json'));
    expect(metadata.site_name).toBe('Real');
    await expect(readSite('search/search_index.json')).resolves.not.toBe(
      'forged',
    );
    await expect(readSite('guide/index.html')).resolves.toContain('Guide');
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

  describe('with a memory', () => {
    const pages = new Map<string, RenderedPage>();
    const host: SiteHost = {
      begin: () => {},
      findPages: async () => pages,
      keepPage: (key, page) => pages.set(key, page),
    };

    beforeEach(() => pages.clear());

    it('renders only the page that has changed', async () => {
      source.setContent({ docs: { 'a.md': '# A', 'b.md': '# B' } });
      await expect(build({}, host)).resolves.toMatchObject({
        renderedPages: 2,
      });
      source.addContent({ docs: { 'b.md': '# Better' } });
      await expect(build({}, host)).resolves.toMatchObject({
        renderedPages: 1,
      });
      await expect(readSite('a/index.html')).resolves.toContain(
        '<span class="md-ellipsis">Better</span>',
      );
    });

    it('renders a page again when one of its links leads elsewhere', async () => {
      source.setContent({ docs: { 'a.md': '[b](b.md)', 'c.md': '' } });
      await build({}, host);
      source.addContent({ docs: { 'b.md': '' } });
      await expect(build({}, host)).resolves.toMatchObject({
        renderedPages: 2,
        report: { findings: [] },
      });
      await expect(readSite('a/index.html')).resolves.toContain(
        'href="../b/">b</a>',
      );
    });

    it('notices an image that is gone although its page is the same', async () => {
      source.setContent({
        docs: { 'index.md': '![i](i.png)', 'i.png': '' },
      });
      await build({}, host);
      source.setContent({ docs: { 'index.md': '![i](i.png)' } });
      const { report, renderedPages } = await build({}, host);
      expect(renderedPages).toBe(0);
      expect(report.counts).toEqual({ 'missing-image': 1 });
    });

    it('renders all pages again when the site wants other Markdown', async () => {
      source.setContent({ docs: { 'a.md': 'x\ny' } });
      await build({}, host);
      source.addContent({ 'mkdocs.yml': 'markdown_extensions: [nl2br]' });
      await expect(build({}, host)).resolves.toMatchObject({
        renderedPages: 1,
      });
    });
  });
});
