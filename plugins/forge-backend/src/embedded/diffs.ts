import type { Diff, FileDiff } from '@groundwork/plugin-forge-common';
import { git } from './git';
import { splitNul } from './parseNul';
import { quotePath } from './quotePath';

/** The tree without entries, which every repository knows. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** What a browser still shows with ease. */
const MAX_FILES = 300;
const MAX_LINES_PER_FILE = 5_000;
const MAX_BLOB_BYTES = 1024 * 1024;
const MAX_PATCH_BYTES = 500 * 1024;
const MAX_TOTAL_BYTES = 2 * 1024 * 1024;

const COMMON = ['--no-color', '--no-ext-diff', '--no-textconv'];
const LISTED = [...COMMON, '-M', '-z'];
const LITERAL = { GIT_LITERAL_PATHSPECS: '1' };

interface Counted extends FileDiff {
  ids: string[];
}

/** Compares two commits or trees, with renames found and everything bounded. */
export async function diff(
  directory: string,
  range: { from?: string; to: string },
): Promise<Diff> {
  const trees = [range.from ?? EMPTY_TREE, range.to];
  const all = await listFiles(directory, trees);
  const files = all.slice(0, MAX_FILES);
  const patches = await readPatches(directory, trees, files);
  return {
    files: files.map(({ ids, ...file }) => {
      const patch = patches.get(file.path);
      return patch === undefined ? file : { ...file, patch };
    }),
    omittedFiles: all.length - files.length,
  };
}

async function listFiles(
  directory: string,
  trees: string[],
): Promise<Counted[]> {
  const [raw, counts] = await Promise.all(
    [['--raw', '--no-abbrev'], ['--numstat']].map(format =>
      git(directory, ['diff', ...LISTED, ...format, ...trees, '--']),
    ),
  );
  const lines = parseCounts(counts);
  return parseRaw(raw).map((file, index) => ({ ...file, ...lines[index] }));
}

const STATUS: Readonly<Record<string, FileDiff['status']>> = {
  A: 'added',
  D: 'deleted',
};

type Raw = Pick<Counted, 'path' | 'oldPath' | 'status' | 'ids'>;

function parseRaw(output: string): Raw[] {
  const items = splitNul(output);
  const files: Raw[] = [];
  for (let at = 0; at < items.length; ) {
    const [, , before, after, code] = items[at].split(' ');
    const ids = [before, after].filter(id => !/^0+$/.test(id));
    if (code.startsWith('R')) {
      files.push({
        path: items[at + 2],
        oldPath: items[at + 1],
        status: 'renamed',
        ids,
      });
      at += 3;
    } else {
      const status = STATUS[code] ?? 'modified';
      files.push({ path: items[at + 1], status, ids });
      at += 2;
    }
  }
  return files;
}

type Count = Pick<Counted, 'additions' | 'deletions' | 'isBinary'>;

function parseCounts(output: string): Count[] {
  const items = splitNul(output);
  const counts: Count[] = [];
  for (let at = 0; at < items.length; ) {
    const [additions, deletions, path] = items[at].split('\t');
    counts.push({
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
      isBinary: additions === '-',
    });
    // A renamed file has an empty path here, and both of its paths after it.
    at += path === '' ? 3 : 1;
  }
  return counts;
}

async function readPatches(
  directory: string,
  trees: string[],
  files: Counted[],
): Promise<Map<string, string>> {
  const large = await findLargeBlobs(
    directory,
    files.flatMap(file => file.ids),
  );
  const shown = files.filter(
    file =>
      !file.isBinary &&
      file.additions + file.deletions <= MAX_LINES_PER_FILE &&
      !file.ids.some(id => large.has(id)),
  );
  if (shown.length === 0) {
    return new Map();
  }
  const paths = shown.flatMap(({ oldPath, path }) =>
    oldPath ? [oldPath, path] : [path],
  );
  const hasRenames = shown.some(({ oldPath }) => oldPath !== undefined);
  const output = await git(
    directory,
    [
      'diff',
      ...COMMON,
      // In a shorter list Git would look for renames that it did not look for in the whole.
      hasRenames ? '-M' : '--no-renames',
      '--patch',
      '--full-index',
      ...trees,
      '--',
      ...paths,
    ],
    { env: LITERAL },
  );
  return assign(output, shown);
}

/** Each patch begins with the names of its file; a line of content never begins with `diff`. */
function assign(output: string, files: Counted[]): Map<string, string> {
  const pathOf = new Map(files.map(file => [formatHeader(file), file.path]));
  const patches = new Map<string, string>();
  let total = 0;
  for (const patch of output.split(/^(?=diff --git )/m)) {
    const path = pathOf.get(patch.slice(0, patch.indexOf('\n')));
    const size = Buffer.byteLength(patch);
    if (
      path !== undefined &&
      size <= MAX_PATCH_BYTES &&
      total + size <= MAX_TOTAL_BYTES
    ) {
      total += size;
      // A file that became a link, or the other way round, has two.
      patches.set(path, `${patches.get(path) ?? ''}${patch}`);
    }
  }
  return patches;
}

function formatHeader({ oldPath, path }: Counted): string {
  return `diff --git ${quotePath(`a/${oldPath ?? path}`)} ${quotePath(
    `b/${path}`,
  )}`;
}

async function findLargeBlobs(
  directory: string,
  ids: string[],
): Promise<ReadonlySet<string>> {
  const output = await git(
    directory,
    ['cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)'],
    { input: ids.map(id => `${id}\n`).join('') },
  );
  return new Set(
    output
      .split('\n')
      .map(line => line.split(' '))
      .filter(([, , size]) => Number(size) > MAX_BLOB_BYTES)
      .map(([id]) => id),
  );
}
