import { InputError } from '@backstage/errors';
import type { Mergeability } from '@groundwork/plugin-forge-common';
import { GitError } from '@groundwork/plugin-forge-node';
import { gitForResult } from '../git';
import { splitNul } from '../parseNul';
import { isContained } from './ancestry';

/** What merging two commits would give. */
export type TrialMerge =
  | { state: 'clean'; tree: string }
  | { state: 'conflicts'; paths: string[] };

/** Merges two commits in memory. */
export async function tryMerge(
  directory: string,
  target: string,
  source: string,
): Promise<TrialMerge> {
  try {
    const { stdout, exitCode } = await gitForResult(
      directory,
      [
        'merge-tree',
        '--write-tree',
        '-z',
        '--name-only',
        '--no-messages',
        target,
        source,
      ],
      { acceptExitCodes: [1] },
    );
    const [tree, ...paths] = splitNul(stdout.toString('utf8'));
    return exitCode === 0
      ? { state: 'clean', tree }
      : { state: 'conflicts', paths: paths.filter(Boolean) };
  } catch (error) {
    if (
      error instanceof GitError &&
      /refusing to merge unrelated histories/.test(error.stderr)
    ) {
      throw new InputError(
        'The branches have no commit in common and cannot be merged',
      );
    }
    throw error;
  }
}

/** Whether an open change can be merged. */
export async function checkMergeability(
  directory: string,
  target: string,
  source: string | undefined,
): Promise<Mergeability> {
  if (!source) {
    return { state: 'missing-source' };
  }
  if (await isContained(directory, source, target)) {
    return { state: 'empty' };
  }
  const trial = await tryMerge(directory, target, source);
  return trial.state === 'clean' ? { state: 'clean' } : trial;
}
