import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writeTree } from './tree.mjs';

const execute = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../..');
const PAGE = 'section-0/page-7.md';

const { values: options } = parseArgs({
  options: {
    mkdocs: {
      type: 'string',
      default: path.join(ROOT, 'var/test/mkdocs/bin/mkdocs'),
    },
    pages: { type: 'string', default: '100,1000' },
    rounds: { type: 'string', default: '3' },
    changes: { type: 'string', default: '10' },
  },
});
const hasMkdocs = existsSync(options.mkdocs);
if (!hasMkdocs) {
  console.log(
    `Without mkdocs at ${options.mkdocs} there is nothing to compare with; ./groundwork test unit installs it.`,
  );
}

for (const pages of options.pages.split(',').map(Number)) {
  const directory = await mkdtemp(path.join(tmpdir(), 'docs-benchmark-'));
  try {
    const tree = path.join(directory, 'tree');
    writeTree(tree, pages);
    const rounds = [];
    for (let round = 0; round < Number(options.rounds); round += 1) {
      // Side by side in time, so that both meet the same machine.
      const site = path.join(directory, `mkdocs-${round}`);
      const mkdocs = hasMkdocs ? await measureMkdocs(tree, site) : undefined;
      rounds.push({ ...(await measureEngine(tree)), mkdocs });
    }
    print(pages, rounds);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureEngine(tree) {
  const { stdout } = await execute(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      path.join(import.meta.dirname, 'measureEngine.cjs'),
      ...[tree, PAGE, options.changes],
    ],
    { cwd: ROOT },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

async function measureMkdocs(tree, site) {
  const begun = performance.now();
  await execute(options.mkdocs, ['build', '--quiet', '--site-dir', site], {
    cwd: tree,
    maxBuffer: 64 * 1024 * 1024,
  });
  return performance.now() - begun;
}

function print(pages, rounds) {
  const cold = median(rounds.map(round => round.cold));
  const mkdocs = hasMkdocs && median(rounds.map(round => round.mkdocs));
  console.log(`\n${pages} pages, median of ${rounds.length}`);
  console.table({
    'mkdocs, s': mkdocs && (mkdocs / 1000).toFixed(2),
    'nothing remembered, s': (cold / 1000).toFixed(2),
    'times faster': mkdocs && (mkdocs / cold).toFixed(1),
    'one page changed, ms': Math.round(
      median(rounds.flatMap(({ changed }) => changed)),
    ),
    'start of the thread, s': (
      median(rounds.map(({ loaded }) => loaded)) / 1000
    ).toFixed(2),
    'peak memory, MB': Math.round(
      Math.max(...rounds.map(({ peakMegabytes }) => peakMegabytes)),
    ),
  });
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
