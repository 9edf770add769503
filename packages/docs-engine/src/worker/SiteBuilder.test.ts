import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { LIMITS } from '../config/limits';
import { SiteBuilder } from './SiteBuilder';

jest.setTimeout(60_000);

describe('SiteBuilder', () => {
  const source = createMockDirectory();
  const target = createMockDirectory();
  const builder = SiteBuilder.create();

  afterAll(() => builder.close());

  const build = (siteName = 'X') =>
    builder.build({
      inputDir: source.path,
      outputDir: target.resolve('site'),
      siteName,
    });

  const readPage = (page: string) =>
    fs.readFile(target.resolve('site', page, 'index.html'), 'utf8');

  /** Elements inside elements, whose time grows with the square of their number. */
  const SLOW = '<b>'.repeat(300_000);

  it('builds in a thread and remembers pages between builds', async () => {
    source.setContent({ docs: { 'index.md': '# Home', 'a.md': '# A' } });
    await expect(build()).resolves.toMatchObject({ renderedPages: 2 });
    source.addContent({ docs: { 'a.md': '# Better' } });
    await expect(build()).resolves.toMatchObject({
      pages: 2,
      renderedPages: 1,
    });
  });

  it('builds sites one after the other', async () => {
    source.setContent({ docs: { 'index.md': '# Home' } });
    const sites = await Promise.all([build('A'), build('B'), build('C')]);
    expect(sites.length).toBe(3);
    await expect(readPage('.')).resolves.toContain('<title>C</title>');
  });

  it('leaves out a page that takes too long, names it, and builds the rest', async () => {
    source.setContent({
      docs: { 'index.md': '# Home', 'slow.md': SLOW, 'z.md': '# Last' },
    });
    const start = performance.now();
    const { report } = await build();
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(report.findings).toEqual([
      {
        kind: 'refused-file',
        file: 'docs/slow.md',
        page: 'slow/',
        message: expect.stringMatching(
          /^takes longer than \d\.\d s to render; simplify it/,
        ),
      },
    ]);
    await expect(readPage('slow')).resolves.toContain('cannot be shown');
    await expect(readPage('z')).resolves.toContain('Last');
    await expect(fs.readdir(target.path)).resolves.toEqual(['site']);
  });

  it('leaves the process responsive meanwhile', async () => {
    source.setContent({ docs: { 'index.md': '# Home', 'slow.md': SLOW } });
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
    await build();
    clearInterval(timer);
    expect(longest).toBeLessThan(1_000);
  });

  it('refuses a configuration that takes too much, by name', async () => {
    const line = `- [${'['.repeat(50)}${']'.repeat(50)}]\n`;
    source.setContent({
      docs: { 'index.md': '' },
      'mkdocs.yml': `nav:\n${line
        .repeat(LIMITS.configBytes / line.length)
        .slice(0, LIMITS.configBytes - 10)}`,
    });
    await expect(build()).rejects.toThrow(/^(mkdocs.yml|nav)/);
  });

  it('says what is wrong with a source, and builds the next one', async () => {
    source.setContent({ 'mkdocs.yml': 'docs_dir: ../..' });
    await expect(build()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('is outside the source'),
    });
    source.setContent({ docs: { 'index.md': '# Home' } });
    await expect(build()).resolves.toMatchObject({ pages: 1 });
  });
});
