import { mkdir } from 'node:fs/promises';
import { runGit } from '@groundwork/plugin-forge-node';

/** Puts a bare repository of a directory where the embedded forge looks, while no portal runs. */
export async function putRepository(
  repository: string,
  directory: string,
): Promise<void> {
  await mkdir(repository, { recursive: true });
  const git = (...args: string[]) =>
    runGit(args, {
      cwd: directory,
      env: {
        GIT_DIR: repository,
        GIT_AUTHOR_NAME: 'Priya Raman',
        GIT_AUTHOR_EMAIL: 'priya.raman@example.com',
        GIT_COMMITTER_NAME: 'Priya Raman',
        GIT_COMMITTER_EMAIL: 'priya.raman@example.com',
      },
    });
  await git('init', '--quiet', '--bare', '--initial-branch=main');
  const inDirectory = ['-c', 'core.bare=false', `--work-tree=${directory}`];
  await git(...inDirectory, 'add', '--all');
  await git(...inDirectory, 'commit', '--quiet', '--message=feat: add it');
}
