import type { ParsedDecision } from '@groundwork/plugin-adr-common';
import { RepositoryFinder } from '../catalog/RepositoryFinder';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import { decisionId } from '../digest';

/** Links with a whole address, which may lead to a record of this repository or of another one. */
export class ForeignLinks {
  readonly #paths: ReadonlyMap<string, string>;
  readonly #ids: ReadonlyMap<string, string>;

  /** Finds out where the addresses in the records lead; none of them is read. */
  static async resolve(
    records: readonly ParsedDecision[],
    options: { source: string; forge: Pick<ForgeService, 'findHost'> },
  ): Promise<ForeignLinks> {
    const finder = RepositoryFinder.create(options.forge);
    const paths = new Map<string, string>();
    const ids = new Map<string, string>();
    const targets = new Set(
      records
        .flatMap(({ references }) => references)
        .map(({ target }) => target)
        .filter(target => /^https?:\/\//i.test(target)),
    );
    for (const target of targets) {
      const found = URL.canParse(target)
        ? await finder.find(target.replace(/[?#].*$/, ''))
        : undefined;
      if (found) {
        const { sourceId, directory: path } = found;
        const isHere = sourceId === options.source;
        paths.set(target, isHere ? path : target);
        if (!isHere) ids.set(target, decisionId({ source: sourceId, path }));
      }
    }
    return new ForeignLinks(paths, ids);
  }

  private constructor(
    paths: ReadonlyMap<string, string>,
    ids: ReadonlyMap<string, string>,
  ) {
    this.#paths = paths;
    this.#ids = ids;
  }

  /** What stands for the record in the graph: its path, or the address of one that is elsewhere. */
  find(target: string): string | undefined {
    return this.#paths.get(target);
  }

  /** The id of a record that is elsewhere. */
  idOf(key: string): string | undefined {
    return this.#ids.get(key);
  }
}
