import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { runGit } from '@groundwork/plugin-forge-node';
import { REPOSITORY_SETTINGS } from '../repositorySettings';
import type { History } from './History';
import { importHistory } from './importHistory';

/** The branch that every new repository begins with. */
const DEFAULT_BRANCH = 'main';

const NAME = 'repository.git';

/** A repository that nobody knows of yet. */
export interface BuiltRepository {
  directory: string;
  head: string;
}

/** Builds a bare repository of a history in an empty directory. */
export async function buildRepository(
  place: string,
  options: { history: History; maxBytes: number; signal?: AbortSignal },
): Promise<BuiltRepository> {
  const { history, maxBytes, signal } = options;
  const directory = join(place, NAME);
  // By its relative name: when this process is killed and its place swept, Git must not make the place again.
  await runGit(
    [
      'init',
      '--quiet',
      '--bare',
      '--template=',
      `--initial-branch=${DEFAULT_BRANCH}`,
      NAME,
    ],
    { cwd: place, signal },
  );
  await appendFile(join(directory, 'config'), formatSettings());
  const commits = await importHistory(history, {
    directory,
    marksFile: '../marks',
    branch: `refs/heads/${DEFAULT_BRANCH}`,
    maxBytes,
    signal,
  });
  const head = commits.at(-1);
  if (!head) {
    throw new InputError('A repository needs at least one commit');
  }
  return { directory, head };
}

/** For pushes to the directory itself, which pass nothing of the portal. */
function formatSettings(): string {
  const settings = [['core.hooksPath', '/dev/null'], ...REPOSITORY_SETTINGS];
  return settings
    .map(([key, value]) => {
      const [section, ...rest] = key.split('.');
      const name = rest.pop();
      const header = [section, ...rest.map(part => `"${part}"`)].join(' ');
      return `[${header}]\n\t${name} = ${value}\n`;
    })
    .join('');
}
