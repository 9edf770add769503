import { ConflictError, InputError } from '@backstage/errors';
import {
  formatRepositoryName,
  type Change,
  type RepositoryFile,
} from '@groundwork/plugin-forge-common';
import type {
  ForgeHost,
  ForgeService,
  TreeLocation,
} from '@groundwork/plugin-forge-node';
import pLimit from 'p-limit';
import { parseDeclaredEntities } from '../workspace/readDeclaredEntities';
import type { Creation } from './CreationChecks';
import type { ForgePlace } from './ForgeAccess';

/** As many changes as a host is asked about at once. */
const CONCURRENCY = 4;

const CATALOG_FILE = /(^|\/)catalog-info\.ya?ml$/;

/** What open changes will bring into the catalog once they are merged. */
export class PendingEntities {
  readonly #forge: ForgeService;
  /** What a commit adds never changes. One entry for each head that was looked at, and changes are few. */
  readonly #added = new Map<string, Promise<string[]>>();

  static create(options: { forge: ForgeService }): PendingEntities {
    return new PendingEntities(options.forge);
  }

  private constructor(forge: ForgeService) {
    this.#forge = forge;
  }

  /**
   * One error for each open change of the repository that is about to take some of the names.
   *
   * @param ownBranch - the branch of the task that asks; an earlier attempt may have opened a change from it
   */
  async findTaken(
    { place, entityRefs }: Creation,
    ownBranch?: string,
  ): Promise<Error[]> {
    const { namespace, name } = place;
    const open = await this.#forge
      .getHost(place.host)
      .listChanges({ namespace, name, state: 'open' });
    const ask = pLimit(CONCURRENCY);
    const errors = await Promise.all(
      open
        .filter(({ sourceBranch }) => sourceBranch !== ownBranch)
        .map(change =>
          ask(async () => {
            const added = await this.#listAdded(place, change.number);
            const taken = entityRefs.filter(ref => added.includes(ref));
            return taken.length > 0 ? [refusalOf(taken, place, change)] : [];
          }),
        ),
    );
    return errors.flat();
  }

  /** A list of changes may be of before the last push, so each is asked for. */
  async #listAdded(place: ForgePlace, number: number): Promise<string[]> {
    const { host: hostId, namespace, name } = place;
    const host = this.#forge.getHost(hostId);
    const change = await host.getChange({ namespace, name, number });
    const key = `${hostId}/${formatRepositoryName(place)}@${change.head}`;
    const known = this.#added.get(key) ?? readAdded(host, place, change);
    this.#added.set(key, known);
    known.catch(() => this.#added.delete(key));
    return known;
  }
}

function refusalOf(taken: string[], place: ForgePlace, change: Change): Error {
  return new ConflictError(
    `The open change #${change.number} of ${formatRepositoryName(place)} ('${
      change.title
    }') already adds ${taken.join(
      ', ',
    )}; choose another name, or wait until that change is merged or closed`,
  );
}

async function readAdded(
  host: ForgeHost,
  { namespace, name }: ForgePlace,
  { base, head }: Change,
): Promise<string[]> {
  const [before, after] = await Promise.all(
    [base, head].map(revision =>
      listCatalogFiles(host, { namespace, name, revision }),
    ),
  );
  const texts = await Promise.all(
    after
      .filter(path => !before.includes(path))
      .map(path => host.readFile({ namespace, name, revision: head, path })),
  );
  return texts.flatMap(file => readLeniently(file));
}

async function listCatalogFiles(
  host: ForgeHost,
  location: TreeLocation,
): Promise<string[]> {
  const { entries } = await host.listFiles(location);
  return entries
    .filter(({ path, type }) => type === 'file' && CATALOG_FILE.test(path))
    .map(({ path }) => path);
}

/** Somebody may have pushed anything: a file that the catalog could not read either takes no name. */
function readLeniently({ path, text = '' }: RepositoryFile): string[] {
  try {
    return parseDeclaredEntities(text, path);
  } catch (error) {
    if (error instanceof InputError) {
      return [];
    }
    throw error;
  }
}
