import type { Repository } from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  ForgeScope,
  type ForgeHost,
  type ForgeService,
} from '@groundwork/plugin-forge-node';
import gitUrlParse from 'git-url-parse';
import type { SourceLocation } from '../sources/SourcePlan';

/** A directory of a repository. */
export interface FoundDirectory {
  sourceId: string;
  location: SourceLocation;
  /** From the root of the repository. */
  directory: string;
  /** The address of the directory, for what is read through an address only. */
  url?: string;
}

/** Repositories of the portal's own forge go by their name, all others by host and name. */
export function formatSourceId(host: string, fullName: string): string {
  return host === EMBEDDED_HOST_ID ? fullName : `${host}/${fullName}`;
}

/** Finds out which repository an address leads into, and where in it. */
export class RepositoryFinder {
  readonly #scope: ForgeScope;
  readonly #repositories = new Map<string, Promise<Map<string, Repository>>>();

  /** Lasts for one look at the catalog, so that each host is asked once for its repositories. */
  static create(forge: Pick<ForgeService, 'findHost'>): RepositoryFinder {
    return new RepositoryFinder(ForgeScope.create(forge));
  }

  private constructor(scope: ForgeScope) {
    this.#scope = scope;
  }

  /** The directory that an address leads to; undefined for an address of no repository, or of another branch. */
  async find(url: string): Promise<FoundDirectory | undefined> {
    const found = await this.#scope.find(url);
    if (!found) {
      return findByAddress(url);
    }
    const { host, namespace, name, rest = '' } = found;
    const fullName = `${namespace}/${name}`;
    const repository = (await this.#list(host)).get(fullName.toLowerCase());
    const directory = withoutRevision(rest, repository?.defaultBranch);
    return directory === undefined
      ? undefined
      : {
          sourceId: formatSourceId(host.id, fullName),
          location: { kind: 'forge', host: host.id, namespace, name },
          directory,
        };
  }

  #list(host: ForgeHost): Promise<Map<string, Repository>> {
    const known = this.#repositories.get(host.id);
    if (known) return known;
    // A host that is down is found out when it is read; here it only cannot tell its default branches.
    const list = host
      .listRepositories()
      .catch(() => [])
      .then(
        items =>
          new Map(
            items.map(item => [
              `${item.namespace}/${item.name}`.toLowerCase(),
              item,
            ]),
          ),
      );
    this.#repositories.set(host.id, list);
    return list;
  }
}

/** Takes the branch off; undefined for a branch that is not the default one. */
function withoutRevision(
  rest: string,
  defaultBranch: string | undefined,
): string | undefined {
  if (rest === '') return '';
  const branch = defaultBranch ?? rest.split('/')[0];
  if (rest === branch) return '';
  return rest.startsWith(`${branch}/`)
    ? rest.slice(branch.length + 1)
    : undefined;
}

function findByAddress(url: string): FoundDirectory | undefined {
  try {
    const { resource, full_name, filepath } = gitUrlParse(url);
    return resource && full_name
      ? {
          sourceId: formatSourceId(resource, full_name),
          location: { kind: 'url' },
          directory: filepath,
          url: url.replace(/\/*$/, '/'),
        }
      : undefined;
  } catch {
    return undefined;
  }
}
