import { GitError, type ChangedPath } from '@groundwork/plugin-forge-node';
import { git } from '../git';
import { groupsOf, splitNul } from '../parseNul';

const STATUS: Readonly<Record<string, ChangedPath['status']>> = {
  A: 'added',
  D: 'deleted',
};

/** What differs between two commits; without a commit before, or when it is lost, every file. */
export async function listChangedPaths(
  directory: string,
  before: string | undefined,
  after: string | undefined,
): Promise<ChangedPath[]> {
  if (!after) {
    return [];
  }
  return before
    ? (await compare(directory, before, after)) ?? listAll(directory, after)
    : listAll(directory, after);
}

async function compare(
  directory: string,
  before: string,
  after: string,
): Promise<ChangedPath[] | undefined> {
  try {
    const output = await git(directory, [
      'diff-tree',
      '-r',
      '-z',
      '--no-renames',
      '--name-status',
      before,
      after,
    ]);
    return groupsOf(splitNul(output), 2).map(([code, path]) => ({
      path,
      status: STATUS[code] ?? 'modified',
    }));
  } catch (error) {
    if (error instanceof GitError) {
      return undefined;
    }
    throw error;
  }
}

async function listAll(
  directory: string,
  commit: string,
): Promise<ChangedPath[]> {
  const output = await git(directory, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    commit,
  ]);
  return splitNul(output).map(path => ({ path, status: 'added' }));
}
