import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gitEnvironment } from '@groundwork/plugin-forge-node';

const run = promisify(execFile);

/** Runs Git as somebody on another machine would. */
export async function gitClient(
  args: readonly string[],
  cwd: string,
): Promise<{ stdout: string; stderr: string }> {
  return run('git', args, {
    cwd,
    maxBuffer: 2 ** 26,
    env: gitEnvironment({
      GIT_AUTHOR_NAME: 'Dana',
      GIT_AUTHOR_EMAIL: 'dana@example.com',
      GIT_COMMITTER_NAME: 'Dana',
      GIT_COMMITTER_EMAIL: 'dana@example.com',
    }),
  });
}

/** Commits one file in a clone. */
export async function commitFile(
  clone: string,
  name: string,
  content: Buffer | string,
): Promise<void> {
  await writeFile(join(clone, name), content);
  await gitClient(['add', '.'], clone);
  await gitClient(['commit', '-q', '-m', `Add ${name}`], clone);
}
