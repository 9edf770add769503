import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  DocsCheckedEvent,
  DocsReport,
  DocsReportSummary,
} from '@groundwork/plugin-docs-report-common';
import type { DatabaseReportStore } from '../database/DatabaseReportStore';

/** Entities asked for at a time; the catalog bounds the size of a request. */
const BATCH = 200;
/** What a list says about an entity. */
const FIELDS = ['kind', 'metadata.name', 'metadata.title', 'relations'];

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  store: DatabaseReportStore;
}

/** What builds have found, for those who may see the entities. */
export class DocsReports {
  readonly #options: Options;

  static create(options: Options): DocsReports {
    return new DocsReports(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Keeps what a build has told. */
  async record(event: DocsCheckedEvent): Promise<void> {
    const { store } = this.#options;
    const { entityRef, report, failure } = event;
    const at = new Date(event.at);
    if (report) {
      await store.saveReport(entityRef, report, at);
    } else if (failure !== undefined) {
      await store.saveFailure(entityRef, failure, at);
    }
  }

  /** What is known about the docs of an entity, which may be nothing; one that the caller may not see does not exist. */
  async get(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<DocsReport> {
    const [entity] = await this.#findEntities([entityRef], credentials);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' that you may see`);
    }
    const report = await this.#options.store.find(entityRef);
    return report ?? { entityRef };
  }

  /** The reports of all entities that the caller may see. */
  async list(credentials: BackstageCredentials): Promise<DocsReportSummary[]> {
    const reports = await this.#options.store.list();
    const refs = reports.map(({ entityRef }) => entityRef);
    const entities = await this.#findEntities(refs, credentials);
    return reports.flatMap((report, index) => {
      const entity = entities[index];
      return entity ? [{ ...report, ...describe(entity) }] : [];
    });
  }

  /** Forgets the reports of entities that are gone. */
  async clean(): Promise<void> {
    const { auth, store } = this.#options;
    const refs = (await store.list()).map(({ entityRef }) => entityRef);
    const entities = await this.#findEntities(
      refs,
      await auth.getOwnServiceCredentials(),
    );
    await store.delete(refs.filter((_ref, index) => !entities[index]));
  }

  /** The entities that exist and that the caller may see, in the order of their references. */
  async #findEntities(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<(Entity | undefined)[]> {
    const entities: (Entity | undefined)[] = [];
    for (let start = 0; start < entityRefs.length; start += BATCH) {
      const batch = entityRefs.slice(start, start + BATCH);
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        { entityRefs: batch, fields: FIELDS },
        { credentials },
      );
      entities.push(...items);
    }
    return entities;
  }
}

function describe({ metadata, relations = [] }: Entity) {
  return {
    title: metadata.title ?? metadata.name,
    owners: relations
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef),
  };
}
