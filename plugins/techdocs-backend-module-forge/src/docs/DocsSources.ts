import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { getLocationForEntity } from '@backstage/plugin-techdocs-node';
import type { RepositoryName } from '@groundwork/plugin-forge-common';
import {
  ForgeScope,
  type ForgeHost,
  type ForgeService,
  type RepositoryUrl,
} from '@groundwork/plugin-forge-node';

const ANNOTATION_TECHDOCS = 'backstage.io/techdocs-ref';

/** The annotations from which the place of the docs follows; the last one is there for every entity of a repository. */
const PLACES = [
  ANNOTATION_TECHDOCS,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
];

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  forge: Pick<ForgeService, 'findHost'>;
  integrations: ScmIntegrationRegistry;
}

/** Knows which entities have docs, and in which repository these lie. */
export class DocsSources {
  readonly #options: Options;
  readonly #scope: ForgeScope;

  static create(options: Options): DocsSources {
    return new DocsSources(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#scope = ForgeScope.create(options.forge);
  }

  /** Where the docs of an entity are read from, in words that change when they move. */
  describe(entity: Entity): string {
    const annotations = entity.metadata.annotations ?? {};
    return PLACES.map(name => annotations[name]).join(' ');
  }

  /** The repository of the forge that has the docs of an entity; undefined when they are elsewhere, or nowhere. */
  async findRepository(entity: Entity): Promise<RepositoryUrl | undefined> {
    const { integrations } = this.#options;
    let location;
    try {
      location = getLocationForEntity(entity, integrations);
    } catch {
      // Without a source, or with one that cannot be: whoever builds it says what is wrong.
      return undefined;
    }
    return location.type === 'url'
      ? this.#scope.find(location.target)
      : undefined;
  }

  /** Every entity that has docs. */
  async listAll(): Promise<Entity[]> {
    return this.#list([]);
  }

  /** The entities whose docs are in any repository of the forge. */
  async listInForge(): Promise<Entity[]> {
    return this.#select(await this.#list([]), place => place !== undefined);
  }

  /** The entities whose docs are in one repository. */
  async listIn(host: ForgeHost, repository: RepositoryName): Promise<Entity[]> {
    const prefix = formatPrefix(host, repository);
    const isInside = { $hasPrefix: `url:${prefix}` };
    const candidates = await this.#list([
      {
        $any: [
          { [`metadata.annotations.${ANNOTATION_TECHDOCS}`]: isInside },
          { [`metadata.annotations.${ANNOTATION_SOURCE_LOCATION}`]: isInside },
          { [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]: isInside },
        ],
      },
    ]);
    return this.#select(
      candidates,
      place =>
        place?.host.id === host.id && formatPrefix(host, place) === prefix,
    );
  }

  async #select(
    entities: Entity[],
    isWanted: (place: RepositoryUrl | undefined) => boolean,
  ): Promise<Entity[]> {
    const places = await Promise.all(
      entities.map(entity => this.findRepository(entity)),
    );
    return entities.filter((_entity, index) => isWanted(places[index]));
  }

  async #list(conditions: FilterPredicate[]): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const found: Entity[] = [];
    const pages = catalog.streamEntities(
      {
        query: {
          $all: [
            {
              [`metadata.annotations.${ANNOTATION_TECHDOCS}`]: {
                $exists: true,
              },
            },
            ...conditions,
          ],
        },
        fields: ['kind', 'metadata'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      found.push(...page);
    }
    return found;
  }
}

/** What the address of everything in a repository begins with; on GitHub letters of either case mean the same. */
function formatPrefix(host: ForgeHost, repository: RepositoryName): string {
  const { namespace, name } = repository;
  const url = host.formatUrl({
    namespace,
    name,
    revision: 'HEAD',
    view: 'tree',
  });
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.split('/', 3).join('/')}/`.toLowerCase();
}
