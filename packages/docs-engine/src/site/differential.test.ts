import fs from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { buildSite } from './buildSite';
import { LONELY_HOST } from './SiteHost';
import { compareSites, type Difference } from '../__testUtils__/compareSites';
import { MKDOCS, runMkdocs } from '../__testUtils__/runMkdocs';

const TREES = path.resolve(__dirname, '../../trees');
const TABLE = path.join(TREES, 'differences.yaml');
/** mkdocs takes some seconds for a tree on a busy machine. */
const TIMEOUT_MS = 60_000;

type ListedDifference = Difference & { reason: string };

const listed: Record<string, ListedDifference[]> = parse(
  fs.readFileSync(TABLE, 'utf8'),
);
const trees = fs
  .readdirSync(TREES, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

const describeWithMkdocs = MKDOCS ? describe : describe.skip;

describeWithMkdocs('the engine beside mkdocs', () => {
  const directory = createMockDirectory();

  it.each(trees)(
    'gives readers of %s what mkdocs gives them, but for what is listed',
    async tree => {
      const inputDir = path.join(TREES, tree);
      const outputDir = directory.resolve(`${tree}/groundwork`);
      await buildSite({ inputDir, outputDir }, LONELY_HOST);
      const site = await runMkdocs(
        MKDOCS ?? '',
        inputDir,
        directory.resolve(`${tree}/mkdocs`),
      );
      const expected = (listed[tree] ?? []).map(({ reason, ...rest }) => rest);
      expect(compareSites(site, outputDir)).toEqual(expected);
    },
    TIMEOUT_MS,
  );
});

describe('the table of differences', () => {
  it('gives a reason for each, and names only trees that are there', () => {
    const all = Object.values(listed).flat();
    expect(all.filter(({ reason }) => !reason)).toEqual([]);
    expect(trees).toEqual(expect.arrayContaining(Object.keys(listed)));
  });
});
