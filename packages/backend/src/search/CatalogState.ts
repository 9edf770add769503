import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

interface CatalogStateOptions {
  auth: AuthService;
  catalog: CatalogService;
}

/** Asks the catalog for as little as tells whether it has changed. */
export class CatalogState {
  readonly #options: CatalogStateOptions;

  static create(options: CatalogStateOptions): CatalogState {
    return new CatalogState(options);
  }

  private constructor(options: CatalogStateOptions) {
    this.#options = options;
  }

  /** The number of entities. */
  async count(): Promise<number> {
    const { auth, catalog } = this.#options;
    const { totalItems } = await catalog.queryEntities(
      { limit: 0 },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return totalItems;
  }

  /** A text that is another one when the entities from a location are; Locations among them do not count. */
  async read(originLocation: string): Promise<string> {
    const { auth, catalog } = this.#options;
    const { items } = await catalog.getEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]:
            originLocation,
        },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.etag',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items
      .filter(({ kind }) => kind !== 'Location')
      .map(entity => `${stringifyEntityRef(entity)}@${entity.metadata.etag}`)
      .sort()
      .join('\n');
  }
}
