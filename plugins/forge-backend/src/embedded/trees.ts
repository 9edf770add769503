import { posix } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import type {
  RepositoryFile,
  Tree,
  TreeEntry,
} from '@groundwork/plugin-forge-common';
import { GitError } from '@groundwork/plugin-forge-node';
import { decodeFile } from '../hosts/decodeFile';
import { git, gitForResult } from './git';
import { splitNul } from './parseNul';
import { resolveObject } from './Revisions';

const TYPES: Readonly<Record<string, TreeEntry['type']>> = {
  '040000': 'directory',
  '100644': 'file',
  '100755': 'file',
  '120000': 'symlink',
  '160000': 'submodule',
};

/** An entry with the mode that Git keeps for it. */
export interface ModeEntry extends TreeEntry {
  mode: string;
}

/** A directory whose entries have their modes. */
export interface ModeTree extends Tree {
  entries: ModeEntry[];
}

/** Lists a directory at a commit, or everything below it. */
export async function readTree(
  directory: string,
  options: { commit: string; path: string; isRecursive?: boolean },
): Promise<ModeTree> {
  const { commit, path, isRecursive = false } = options;
  const id = await resolveObject(directory, commit, path);
  const entries = await listEntries(directory, { id, path, isRecursive });
  return { commit, path, id, entries };
}

async function listEntries(
  directory: string,
  options: { id: string; path: string; isRecursive: boolean },
): Promise<ModeEntry[]> {
  const { id, path, isRecursive } = options;
  try {
    const output = await git(directory, [
      'ls-tree',
      '-z',
      '-l',
      ...(isRecursive ? ['-r'] : []),
      id,
    ]);
    return splitNul(output).map(line => parseEntry(line, path));
  } catch (error) {
    if (error instanceof GitError && /not a tree/.test(error.stderr)) {
      throw new InputError(`'${path}' is a file, not a directory`);
    }
    throw error;
  }
}

function parseEntry(line: string, directoryPath: string): ModeEntry {
  const tab = line.indexOf('\t');
  const [mode, , id, size] = line.slice(0, tab).split(/ +/);
  const path = posix.join(directoryPath, line.slice(tab + 1));
  const type = TYPES[mode] ?? 'file';
  return {
    name: posix.basename(path),
    path,
    type,
    id,
    mode,
    ...(size === '-' ? {} : { size: Number(size) }),
  };
}

/** Finds what stands at a path without following links. */
export async function readEntry(
  directory: string,
  options: { commit: string; path: string },
): Promise<ModeEntry> {
  const { commit, path } = options;
  if (path === '') {
    throw new InputError('The root of a repository is a directory');
  }
  const output = await git(
    directory,
    ['ls-tree', '-z', '-l', '--full-tree', commit, '--', path],
    { env: { GIT_LITERAL_PATHSPECS: '1' } },
  );
  const [line] = splitNul(output);
  if (!line) {
    throw new NotFoundError(`No '${path}' at ${commit.slice(0, 10)}`);
  }
  return parseEntry(line, '');
}

/** Reads the bytes of a file; a link, directory or submodule is refused. */
export async function readBytes(
  directory: string,
  options: { commit: string; path: string },
): Promise<{ entry: ModeEntry; bytes: Buffer }> {
  const entry = await readEntry(directory, options);
  if (entry.type !== 'file') {
    throw new InputError(`'${options.path}' is a ${entry.type}, not a file`);
  }
  const { stdout } = await gitForResult(directory, [
    'cat-file',
    'blob',
    entry.id,
  ]);
  return { entry, bytes: stdout };
}

/** Reads a file as pages show it. */
export async function readFile(
  directory: string,
  options: { commit: string; path: string },
): Promise<RepositoryFile> {
  const { entry, bytes } = await readBytes(directory, options);
  return {
    commit: options.commit,
    path: entry.path,
    id: entry.id,
    size: bytes.length,
    isExecutable: entry.mode === '100755',
    ...decodeFile(bytes),
  };
}
