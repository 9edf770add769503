import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { ConfiguredSource } from '../config/readAdrConfig';
import type { Place, SourcePlan } from '../sources/SourcePlan';
import {
  DECIDED_KINDS,
  ENTITY_FIELDS,
  toEntityRecord,
  type EntityRecord,
} from './EntityRecord';
import { namedFolders } from './namedFolders';
import { RepositoryFinder, type FoundDirectory } from './RepositoryFinder';
import { homeOf, sourceUrlOf } from './sourceUrl';

const PAGE_SIZE = 500;

interface CatalogScanOptions {
  auth: AuthService;
  catalog: CatalogService;
  forge: Pick<ForgeService, 'findHost'>;
  logger: LoggerService;
  configured: readonly ConfiguredSource[];
}

/** Finds out from the catalog which repositories have decisions to be read, and whom they are about. */
export class CatalogScan {
  readonly #options: CatalogScanOptions;
  readonly #refused = new Set<string>();

  static create(options: CatalogScanOptions): CatalogScan {
    return new CatalogScan(options);
  }

  private constructor(options: CatalogScanOptions) {
    this.#options = options;
  }

  /** Looks at every entity; fails as a whole when the catalog does not answer. */
  async run(): Promise<SourcePlan[]> {
    const entities = await this.#listEntities();
    const finder = RepositoryFinder.create(this.#options.forge);
    const plans = new Map<string, SourcePlan>();
    for (const entity of entities) {
      const url = sourceUrlOf(entity);
      const home = url && (await finder.find(url));
      if (home) {
        const place = await this.#createPlace(entity, home, finder);
        addPlace(plans, home, place);
      }
    }
    await this.#addConfigured(plans, entities, finder);
    return [...plans.values()].map(sortPlaces);
  }

  async #listEntities(): Promise<EntityRecord[]> {
    const { auth, catalog } = this.#options;
    const entities: EntityRecord[] = [];
    const pages = catalog.streamEntities(
      {
        filter: { kind: [...DECIDED_KINDS] },
        fields: ENTITY_FIELDS,
        pageSize: PAGE_SIZE,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      entities.push(...page.map(toEntityRecord));
    }
    return entities;
  }

  async #createPlace(
    entity: EntityRecord,
    home: FoundDirectory,
    finder: RepositoryFinder,
  ): Promise<Place> {
    const { folders, refused } = await namedFolders(entity, home, finder);
    for (const value of refused) this.#refuse(entity, value);
    return {
      entityRef: entity.ref,
      ownerRef: entity.ownerRef,
      systemRef: entity.systemRef,
      directory: homeOf(home.directory),
      folders,
      url: home.url,
    };
  }

  #refuse({ ref }: EntityRecord, value: string): void {
    const key = `${ref} ${value}`;
    if (!this.#refused.has(key)) {
      this.#refused.add(key);
      this.#options.logger.warn(
        `${ref} names '${value}' as its decisions, which is not in the repository of the entity; list it in adr.sources to read it`,
      );
    }
  }

  async #addConfigured(
    plans: Map<string, SourcePlan>,
    entities: EntityRecord[],
    finder: RepositoryFinder,
  ): Promise<void> {
    for (const { entityRef, url } of this.#options.configured) {
      const entity = entities.find(({ ref }) => ref === entityRef);
      const found = entity && (await finder.find(url));
      if (found) {
        const folder = found.directory.replace(/^\/+|\/+$/g, '');
        addPlace(plans, found, {
          entityRef,
          ownerRef: entity.ownerRef,
          systemRef: entity.systemRef,
          directory: folder,
          folders: [folder],
          url: found.url,
        });
      }
    }
  }
}

function addPlace(
  plans: Map<string, SourcePlan>,
  { sourceId, location }: FoundDirectory,
  place: Place,
): void {
  const plan = plans.get(sourceId) ?? { id: sourceId, location, places: [] };
  plan.places.push(place);
  plans.set(sourceId, plan);
}

function rankOf({ entityRef }: Place): number {
  return DECIDED_KINDS.findIndex(kind => entityRef.startsWith(`${kind}:`));
}

/** The same order every time, so that the same entity owns a folder after every scan. */
function sortPlaces(plan: SourcePlan): SourcePlan {
  const places = [...plan.places].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      a.directory.length - b.directory.length ||
      (a.entityRef < b.entityRef ? -1 : 1),
  );
  return { ...plan, places };
}
