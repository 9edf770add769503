import {
  GitError,
  runGitForResult,
  type GitOptions,
  type GitResult,
} from '@groundwork/plugin-forge-node';
import pLimit from 'p-limit';
import { REPOSITORY_SETTINGS } from './repositorySettings';

/** Pages start many processes for a moment; more of them would only wait for each other. */
const atOnce = pLimit(32);

/** How one call of Git on a repository differs from the others. */
export type RepositoryGitOptions = Omit<GitOptions, 'cwd' | 'settings'>;

/** Runs Git on a bare repository and returns its output as text. */
export async function git(
  directory: string,
  args: readonly string[],
  options: RepositoryGitOptions = {},
): Promise<string> {
  const { stdout } = await gitForResult(directory, args, options);
  return stdout.toString('utf8');
}

/** Runs Git on a bare repository; for output that is no text, and exit codes that are an answer. */
export async function gitForResult(
  directory: string,
  args: readonly string[],
  options: RepositoryGitOptions = {},
): Promise<GitResult> {
  try {
    return await atOnce(() =>
      runGitForResult(args, inRepository(directory, options)),
    );
  } catch (error) {
    throw error instanceof GitError ? withoutPath(error, directory) : error;
  }
}

/** Messages reach people, whom the disk of the portal does not concern. */
function withoutPath(error: GitError, directory: string): GitError {
  return new GitError(error.command, {
    exitCode: error.exitCode,
    stderr: error.stderr.replaceAll(directory, '.'),
  });
}

/** The repository is named, never searched for: in a damaged one Git would go on with a directory above. */
function inRepository(
  directory: string,
  options: RepositoryGitOptions,
): GitOptions {
  return {
    ...options,
    cwd: directory,
    env: { GIT_DIR: directory, ...options.env },
    settings: REPOSITORY_SETTINGS,
  };
}
