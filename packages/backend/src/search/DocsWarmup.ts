import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import {
  isError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** A site that takes longer is built when it is read. */
const BUILD_TIMEOUT_MS = 60_000;

/** TechDocs answers with a stream of events until the site is built; a failed build is one of them. */
const BUILD_FAILURE = /^event: error\ndata: (.*)$/m;

interface DocsWarmupOptions {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  logger: LoggerService;
}

/**
 * Builds the docs of the catalog before anybody opens them, so that the first reader does not wait and search knows them.
 *
 * @remarks
 * TechDocs builds a site when a page of it is viewed. This asks for each site once, one after the other; a site that
 * has not changed is not built again.
 */
export class DocsWarmup {
  readonly #options: DocsWarmupOptions;

  static create(options: DocsWarmupOptions): DocsWarmup {
    return new DocsWarmup(options);
  }

  private constructor(options: DocsWarmupOptions) {
    this.#options = options;
  }

  /** Builds what is missing; a site that fails is named in the log and shows its error to its readers. */
  async run(): Promise<void> {
    for (const entity of await this.#documentedEntities()) {
      await this.#build(entity).catch(error => {
        const reason = isError(error) ? error.message : String(error);
        this.#options.logger.warn(
          `The docs of ${entity.kind} ${entity.metadata.name} were not built: ${reason}`,
        );
      });
    }
  }

  async #documentedEntities(): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const { items } = await catalog.getEntities(
      {
        filter: {
          'metadata.annotations.backstage.io/techdocs-ref':
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items;
  }

  async #build({ kind, metadata }: Entity): Promise<void> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const path = [metadata.namespace ?? 'default', kind, metadata.name]
      .map(encodeURIComponent)
      .join('/');
    const response = await fetch(
      `${await discovery.getBaseUrl('techdocs')}/sync/${path}`,
      {
        headers: { Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(BUILD_TIMEOUT_MS),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const failure = BUILD_FAILURE.exec(await response.text());
    if (failure) {
      throw new ServiceUnavailableError(failure[1]);
    }
  }
}
