import { git, gitForResult } from '../git';

/** The best common ancestor; undefined for histories that have nothing to do with each other. */
export async function findMergeBase(
  directory: string,
  a: string,
  b: string,
): Promise<string | undefined> {
  const output = await git(directory, ['merge-base', a, b], {
    acceptExitCodes: [1],
  });
  return output.split('\n')[0] || undefined;
}

/** Whether a commit is in the history of another, or is the other. */
export async function isContained(
  directory: string,
  commit: string,
  by: string,
): Promise<boolean> {
  if (commit === by) {
    return true;
  }
  const { exitCode } = await gitForResult(
    directory,
    ['merge-base', '--is-ancestor', commit, by],
    { acceptExitCodes: [1] },
  );
  return exitCode === 0;
}

/**
 * The commit by which a branch came to contain a head: the merge on its first-parent line, or the head itself when the
 * branch was moved along.
 */
export async function findMergeCommit(
  directory: string,
  head: string,
  branch: string,
): Promise<string> {
  const range = `${head}..${branch}`;
  const [line, path] = await Promise.all([
    git(directory, ['rev-list', '--first-parent', '--parents', range]),
    git(directory, ['rev-list', '--ancestry-path', range]),
  ]);
  const descendants = new Set(path.split('\n'));
  const oldest = line
    .split('\n')
    .filter(Boolean)
    .map(text => text.split(' '))
    .filter(([id]) => descendants.has(id))
    .at(-1);
  return oldest && oldest[1] !== head ? oldest[0] : head;
}
