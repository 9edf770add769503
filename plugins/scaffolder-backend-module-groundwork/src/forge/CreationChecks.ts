import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { EntityNames } from './EntityNames';
import type { ForgeAccess, ForgePlace } from './ForgeAccess';

/** What is about to come into being. */
export interface Creation {
  /** The repository that is created, or that gets the change. */
  place: ForgePlace;
  /** The entities that the repository will declare, in full: `component:default/orders`. */
  entityRefs: readonly string[];
}

/** Finds what speaks against a creation, before anything happens. */
export class CreationChecks {
  readonly #access: ForgeAccess;
  readonly #names: EntityNames;

  static create(options: {
    access: ForgeAccess;
    names: EntityNames;
  }): CreationChecks {
    return new CreationChecks(options);
  }

  private constructor(options: { access: ForgeAccess; names: EntityNames }) {
    this.#access = options.access;
    this.#names = options.names;
  }

  /**
   * Everything that speaks against it; empty when nothing does.
   *
   * @param isResumed - an earlier attempt of the same task may have made the repository, and its entities with it
   */
  async findObstacles(
    creation: Creation,
    credentials: BackstageCredentials,
    isResumed = false,
  ): Promise<Error[]> {
    const objection = await this.#access.findObjection(
      creation.place,
      credentials,
    );
    if (objection) {
      return [objection];
    }
    const [repository, entities] = await Promise.all([
      isResumed ? [] : this.#findTakenRepository(creation.place, credentials),
      this.#names.findTaken(creation, isResumed),
    ]);
    return [...repository, ...entities];
  }

  async #findTakenRepository(
    place: ForgePlace,
    credentials: BackstageCredentials,
  ): Promise<Error[]> {
    const { isAvailable, reason } = await this.#access.checkName(
      place,
      credentials,
    );
    return isAvailable
      ? []
      : [
          new ConflictError(
            `The repository ${formatRepositoryName(
              place,
            )} cannot be created: ${reason}. Choose another name`,
          ),
        ];
  }
}
