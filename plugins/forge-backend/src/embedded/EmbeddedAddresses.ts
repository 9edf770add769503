import { InputError } from '@backstage/errors';
import {
  FORGE_ORIGIN,
  formatStoredUrl,
  parseForgePath,
  type RepositoryName,
  type RepositoryPlace,
} from '@groundwork/plugin-forge-common';
import type { TreeLocation } from '@groundwork/plugin-forge-node';
import { checkPath } from './names';
import { readDefaultBranchSync } from './refs';
import type { RepositoryDirectory } from './RepositoryDirectory';
import { splitRevision } from './Revisions';

/** Turns stored addresses into places in the repositories, and back. */
export class EmbeddedAddresses {
  readonly #repositories: RepositoryDirectory;

  static create(repositories: RepositoryDirectory): EmbeddedAddresses {
    return new EmbeddedAddresses(repositories);
  }

  private constructor(repositories: RepositoryDirectory) {
    this.#repositories = repositories;
  }

  ownsUrl(url: string): boolean {
    return URL.canParse(url) && new URL(url).origin === FORGE_ORIGIN;
  }

  async locate(url: string): Promise<TreeLocation> {
    const place = this.ownsUrl(url)
      ? parseForgePath(new URL(url).pathname)
      : undefined;
    if (!place) {
      throw new InputError(
        `'${url}' leads to no repository of the embedded forge`,
      );
    }
    const { namespace, name } = place;
    const directory = await this.#repositories.find({ namespace, name });
    if (!isPlace(place) || place.view === 'changes') {
      return { namespace, name };
    }
    const { revision, path } = await splitRevision(directory, place.rest);
    return { namespace, name, revision, path: checkPath(path) };
  }

  formatUrl(location: TreeLocation & { view: 'blob' | 'tree' }): string {
    const { namespace, name, view, path } = location;
    const revision =
      location.revision ??
      readDefaultBranchSync(this.#repositories.pathOf({ namespace, name }));
    const rest = [revision, path].filter(Boolean).join('/');
    return formatStoredUrl({ namespace, name, view, rest });
  }
}

function isPlace(
  place: RepositoryName | RepositoryPlace,
): place is RepositoryPlace {
  return 'view' in place;
}
