import { InputError } from '@backstage/errors';
import type { RepositoryName } from '@groundwork/plugin-forge-common';

/** What GitHub admits; it turns everything else into dashes, and the repository would have another name. */
const REPOSITORY = /^[A-Za-z0-9._-]{1,100}$/;

/** Refuses the name of a repository that GitHub would refuse or change. */
export function checkGithubName<T extends RepositoryName>(name: T): T {
  const isFit =
    REPOSITORY.test(name.name) &&
    !/^\.{1,2}$/.test(name.name) &&
    !/\.(git|wiki)$/i.test(name.name);
  if (!isFit) {
    throw new InputError(
      `'${name.name.slice(
        0,
        100,
      )}' cannot be the name of a repository on GitHub: it has only letters, digits, dots, dashes and underscores, at most 100, and does not end in .git or .wiki`,
    );
  }
  return name;
}
