import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import { isFromRepository } from './isFromRepository';
import type { ForgeAccess, ForgePlace } from './ForgeAccess';

/** What is about to come into being. */
export interface Creation {
  place: ForgePlace;
  /** The entities that the repository will declare, in full: `component:default/orders`. */
  entityRefs: readonly string[];
}

/** Finds what speaks against a creation, before anything happens. */
export class CreationChecks {
  readonly #access: ForgeAccess;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #forge: ForgeService;

  static create(options: {
    access: ForgeAccess;
    auth: AuthService;
    catalog: CatalogService;
    forge: ForgeService;
  }): CreationChecks {
    return new CreationChecks(options);
  }

  private constructor(options: {
    access: ForgeAccess;
    auth: AuthService;
    catalog: CatalogService;
    forge: ForgeService;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#forge = options.forge;
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
      this.#findTakenEntities(creation, isResumed),
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

  /** Asked as the portal: a name is taken also by what the user may not see. */
  async #findTakenEntities(
    { place, entityRefs }: Creation,
    isResumed: boolean,
  ): Promise<Error[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: [...entityRefs],
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const taken = [];
    for (const entity of items) {
      const isOurs =
        entity &&
        isResumed &&
        (await isFromRepository(entity, place, this.#forge));
      if (entity && !isOurs) {
        taken.push(
          new ConflictError(
            `The catalog already has ${stringifyEntityRef(
              entity,
            )}; choose another name`,
          ),
        );
      }
    }
    return taken;
  }
}
