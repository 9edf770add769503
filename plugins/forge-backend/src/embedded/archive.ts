import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { pack, type Pack } from 'tar-stream';
import { gitForResult } from './git';
import { leadsOut } from './symbolicLinks';
import { readTree, type ModeEntry } from './trees';

/** Objects that are read with one call of Git, so that a large tree does not fill the memory. */
const BATCH_BYTES = 16 * 1024 * 1024;

/**
 * Streams a directory as a tar archive.
 *
 * @remarks
 * `git archive` would obey the `.gitattributes` of the repository, which can hide files and rewrite their content. Links
 * that lead out of the directory are left out.
 */
export async function readArchive(
  directory: string,
  options: { commit: string; path: string },
): Promise<Readable> {
  const { entries } = await readTree(directory, {
    ...options,
    isRecursive: true,
  });
  const tar = pack();
  void fill(tar, { directory, root: options.path, entries }).catch(error =>
    tar.destroy(error),
  );
  return Readable.from(tar, { objectMode: false });
}

async function fill(
  tar: Pack,
  source: { directory: string; root: string; entries: ModeEntry[] },
): Promise<void> {
  const nameOf = ({ path }: ModeEntry) => posix.relative(source.root, path);
  const links = new Set(
    source.entries.filter(({ type }) => type === 'symlink').map(nameOf),
  );
  for (const batch of inBatches(source.entries)) {
    const contents = await readBlobs(source.directory, batch);
    for (const [index, entry] of batch.entries()) {
      const name = nameOf(entry);
      const content = contents[index];
      const isLeftOut =
        links.has(name) &&
        leadsOut(name, content.toString('utf8'), path => links.has(path));
      if (!isLeftOut) {
        await addEntry(tar, name, { mode: entry.mode, content });
      }
    }
  }
  tar.finalize();
}

function* inBatches(entries: ModeEntry[]): Generator<ModeEntry[]> {
  let batch: ModeEntry[] = [];
  let bytes = 0;
  for (const entry of entries.filter(({ type }) => type !== 'submodule')) {
    if (bytes + (entry.size ?? 0) > BATCH_BYTES && batch.length > 0) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += entry.size ?? 0;
  }
  yield batch;
}

async function readBlobs(
  directory: string,
  entries: ModeEntry[],
): Promise<Buffer[]> {
  if (entries.length === 0) {
    return [];
  }
  const { stdout } = await gitForResult(directory, ['cat-file', '--batch'], {
    input: entries.map(({ id }) => `${id}\n`).join(''),
  });
  const contents: Buffer[] = [];
  let at = 0;
  for (let index = 0; index < entries.length; index++) {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.toString('latin1', at, end).split(' ')[2]);
    contents.push(stdout.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

function addEntry(
  tar: Pack,
  name: string,
  { mode, content }: { mode: string; content: Buffer },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    if (mode !== '120000') {
      const permissions = mode === '100755' ? 0o755 : 0o644;
      tar.entry({ name, mode: permissions, mtime: new Date(0) }, content, done);
      return;
    }
    const linkname = content.toString('utf8');
    tar.entry({ name, type: 'symlink', linkname, mtime: new Date(0) }, done);
  });
}
