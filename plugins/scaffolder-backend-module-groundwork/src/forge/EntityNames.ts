import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { Creation } from './CreationChecks';
import { isFromRepository } from './isFromRepository';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];

/** Finds out which names the catalog has given away already. */
export class EntityNames {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #forge: ForgeService;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    forge: ForgeService;
  }): EntityNames {
    return new EntityNames(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    forge: ForgeService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#forge = options.forge;
  }

  /**
   * One error for each name that is taken. Asked as the portal: a name is taken also by what the user may not see.
   *
   * @param isResumed - an earlier attempt of the same task may have brought the entities into the catalog
   */
  async findTaken(
    { place, entityRefs }: Creation,
    isResumed: boolean,
  ): Promise<Error[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...entityRefs], fields: FIELDS },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const isOurs = async (entity: Entity) =>
      isResumed && isFromRepository(entity, place, this.#forge);
    const errors = await Promise.all(
      items.map(async entity =>
        !entity || (await isOurs(entity))
          ? []
          : [
              new ConflictError(
                `The catalog already has ${stringifyEntityRef(
                  entity,
                )}; choose another name`,
              ),
            ],
      ),
    );
    return errors.flat();
  }
}
