import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { checkSite } from '../site/checkSite';

describe('the report of a site', () => {
  const source = createMockDirectory();

  async function findingsOf(
    docs: Record<string, unknown>,
    config = '',
  ): Promise<string[]> {
    source.setContent({
      'mkdocs.yml': `site_name: X\n${config}`,
      docs: { 'index.md': '# Home\n', ...docs },
    });
    const { findings } = await checkSite(source.path);
    return findings.map(
      ({ kind, file, line, message }) =>
        `${file}:${line ?? ''} ${kind}: ${message}`,
    );
  }

  it('is empty for a site in order', async () => {
    await expect(
      findingsOf({
        'a.md':
          '# A\n\n[b](b.md#part) [home](.) ![i](i.png) <a href="../b/">b</a>',
        'b.md': '# B\n\n## Part\n\n<a name="old"></a> [up](#part) [old](#old)',
        'i.png': '',
      }),
    ).resolves.toEqual([]);
  });

  it('names broken links with their line, however they are written', async () => {
    await expect(
      findingsOf({
        'a.md':
          '---\ntitle: A\n---\n\nx\n[one](nope.md)\n\n[two][t]\n\n[t]: ../../up.md\n\n<a href="nope/">three</a> [four](/root)\n',
      }),
    ).resolves.toEqual([
      "docs/a.md:6 broken-link: link 'nope.md' points to a file that does not exist",
      "docs/a.md:8 broken-link: link '../../up.md' points outside the documentation directory",
      "docs/a.md:12 broken-link: link 'nope/' leads to no page of the site",
      "docs/a.md:12 broken-link: link '/root' starts at the server; make it relative to this file",
    ]);
  });

  it('tells each finding in one line, whatever the source says', async () => {
    await expect(
      findingsOf({ 'a.md': '<a href="no&#10;where/">x</a>' }),
    ).resolves.toEqual([
      "docs/a.md:1 broken-link: link 'no where/' leads to no page of the site",
    ]);
  });

  it('names anchors that a page does not have', async () => {
    await expect(
      findingsOf({
        'a.md': '# A\n\n[b](b.md#nope)\n[self](#nope) [top](#)',
        'b.md': '# B',
      }),
    ).resolves.toEqual([
      "docs/a.md:3 broken-anchor: link 'b.md#nope': 'b.md' has no place named '#nope'",
      "docs/a.md:4 broken-anchor: link '#nope': this page has no place named '#nope'",
    ]);
  });

  it('names missing images', async () => {
    await expect(
      findingsOf({ 'a.md': '![i](no.png)\n\n<img src="no.png">' }),
    ).resolves.toEqual([
      "docs/a.md:1 missing-image: image 'no.png' points to a file that does not exist",
      "docs/a.md:3 missing-image: image 'no.png' leads to no page of the site",
    ]);
  });

  it('names pages that nobody can come to', async () => {
    await expect(
      findingsOf(
        {
          'index.md': '[linked](linked.md)',
          'linked.md': '',
          'alone.md': '[other](other.md)',
          'other.md': '[alone](alone.md)',
          'kept.md': '',
        },
        'nav: [index.md]\nnot_in_nav: kept.md',
      ),
    ).resolves.toEqual([
      expect.stringContaining('docs/alone.md: orphan-page: no navigation'),
      expect.stringContaining('docs/other.md: orphan-page: no navigation'),
    ]);
  });

  it('names entries of the navigation that lead nowhere', async () => {
    await expect(
      findingsOf({}, 'nav:\n  - index.md\n  - Gone: gone.md\n  - Empty:'),
    ).resolves.toEqual([
      "mkdocs.yml:4 broken-link: nav entry 'gone.md' does not exist; left out",
      "mkdocs.yml:5 configuration: nav entry 'Empty' names no file; left out",
    ]);
  });

  it('names directives and files that are left out', async () => {
    const findings = findingsOf({
      'a.md': '# A\n\n--8<-- "x.md"',
      'page.html': '',
    });
    await expect(findings).resolves.toEqual([
      expect.stringMatching(
        /^docs\/a.md:3 unknown-directive: '--8<-- "x.md"' is a snippet/,
      ),
      'docs/page.html: refused-file: is an HTML file; only Markdown becomes a page; left out',
    ]);
  });

  it('names symbolic links', async () => {
    source.setContent({ docs: { 'index.md': '' } });
    await fs.symlink('/etc/passwd', source.resolve('docs/passwd.txt'));
    const { findings } = await checkSite(source.path);
    expect(findings).toEqual([
      {
        kind: 'refused-file',
        file: 'docs/passwd.txt',
        message: 'is a symbolic link; left out',
      },
    ]);
  });

  it('counts more findings than it lists', async () => {
    source.setContent({
      docs: { 'index.md': '[x](nope.md) '.repeat(1_500) },
    });
    const { findings, counts } = await checkSite(source.path);
    expect(findings.length).toBe(1_000);
    expect(counts).toEqual({ 'broken-link': 1_500 });
  });

  it('speaks of the README where it is the home page', async () => {
    source.setContent({ 'README.md': '[x](nope.md)', docs: {} });
    const { findings } = await checkSite(source.path);
    expect(findings).toMatchObject([{ file: 'README.md', line: 1 }]);
  });
});
