import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { Creation } from './CreationChecks';
import type { EntityNames } from './EntityNames';
import type { ForgeAccess, ForgePlace } from './ForgeAccess';
import type { PendingEntities } from './PendingEntities';

/** Finds what speaks against adding something to a repository that exists, before anything happens. */
export class JoinChecks {
  readonly #access: ForgeAccess;
  readonly #names: EntityNames;
  readonly #pending: PendingEntities;

  static create(options: {
    access: ForgeAccess;
    names: EntityNames;
    pending: PendingEntities;
  }): JoinChecks {
    return new JoinChecks(options.access, options.names, options.pending);
  }

  private constructor(
    access: ForgeAccess,
    names: EntityNames,
    pending: PendingEntities,
  ) {
    this.#access = access;
    this.#names = names;
    this.#pending = pending;
  }

  /** Why the user may not propose changes, or undefined; a repository that they may not read throws. */
  async findObjection(
    place: ForgePlace,
    credentials: BackstageCredentials,
  ): Promise<Error | undefined> {
    const { access } = await this.#access.getRepository(place, credentials);
    return access.propose
      ? undefined
      : new NotAllowedError(
          `You may not propose changes of ${formatRepositoryName(
            place,
          )}; ask its owner`,
        );
  }

  /**
   * Everything that speaks against it; empty when nothing does.
   *
   * @param resumed - what an earlier attempt of the same task may have left, if there was one
   */
  async findObstacles(
    creation: Creation,
    credentials: BackstageCredentials,
    resumed?: { branch: string },
  ): Promise<Error[]> {
    const objection = await this.findObjection(creation.place, credentials);
    if (objection) {
      return [objection];
    }
    const [taken, pending] = await Promise.all([
      this.#names.findTaken(creation, resumed !== undefined),
      this.#pending.findTaken(creation, resumed?.branch),
    ]);
    return [...taken, ...pending];
  }
}
