import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Says why the catalog cannot read a file that an entity names: it is gone, or in another repository. */
export function explainFile({ root, repository, what, target }) {
  if (!existsSync(join(root, target))) {
    return [`${what} '${target}' does not exist; correct or remove it`];
  }
  return repository && !repository.holds(target)
    ? [`${what} '${target}' is not in ${repository.name}; add it to its files`]
    : [];
}
