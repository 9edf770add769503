import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleLogs from '@backstage/plugin-catalog-backend-module-logs';
import catalogModuleTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import {
  catalogServiceRef,
  locationSpecToLocationEntity,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real host, for tests
import forgeFeature from '@groundwork/plugin-forge-backend';
import {
  FORGE_ORIGIN,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  forgeServiceRef,
  type FileEdit,
  type ForgeHost,
} from '@groundwork/plugin-forge-node';
import catalogModuleForge, { formatCatalogFileUrl } from '../index';

/** A push is in the catalog within two seconds; a machine with other work takes longer. */
const PATIENCE_MS = 20_000;

/** Who makes the commits. */
const ACTOR = {
  ref: 'user:default/dana',
  signature: { name: 'Dana Okafor', email: 'dana@example.com' },
};

/** What the embedded host can do beyond the contract of hosts. */
interface EmbeddedHost extends ForgeHost {
  remove(name: RepositoryName): Promise<void>;
}

/** Files by path; undefined deletes one. */
type Files = Record<string, string | undefined>;

/** The real catalog and the real embedded host in one test backend. */
export class ForgeBackend {
  readonly directory: string;
  readonly host: EmbeddedHost;
  readonly catalog: CatalogService;
  /** Every warning and error, one a line. */
  readonly log: string[];
  readonly #backend: TestBackend;

  /** Starts a backend, on the directory of an earlier one to continue its work. */
  static async start(
    options: {
      directory?: string;
      config?: JsonObject;
      features?: BackendFeature[];
    } = {},
  ): Promise<ForgeBackend> {
    const directory =
      options.directory ?? (await mkdtemp(path.join(tmpdir(), 'forge-')));
    await mkdir(path.join(directory, 'work'), { recursive: true });
    const log: string[] = [];
    const services = captureServices();
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleTemplates,
        catalogModuleLogs,
        catalogModuleForge,
        forgeFeature,
        mockServices.rootConfig.factory({
          data: { ...createConfig(directory), ...options.config },
        }),
        createLoggerFactory(log),
        services.feature,
        ...(options.features ?? []),
      ],
    });
    return new ForgeBackend({ directory, log, backend, ...services.get() });
  }

  private constructor(parts: {
    directory: string;
    host: EmbeddedHost;
    catalog: CatalogService;
    log: string[];
    backend: TestBackend;
  }) {
    this.directory = parts.directory;
    this.host = parts.host;
    this.catalog = parts.catalog;
    this.log = parts.log;
    this.#backend = parts.backend;
  }

  get port(): number {
    return this.#backend.server.port();
  }

  /** Creates a repository `namespace/name` with a first commit of these files. */
  async create(
    repository: string,
    files: Record<string, string>,
    options: { isExample?: boolean } = {},
  ): Promise<void> {
    const directory = await mkdtemp(path.join(this.directory, 'content-'));
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(directory, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await this.host.createRepository({
      ...parseName(repository),
      ...options,
      directory,
      message: 'Begin',
      actor: ACTOR,
      idempotencyKey: repository,
    });
  }

  /** Commits to the default branch, as the editor of the portal does. */
  async push(repository: string, files: Files): Promise<string> {
    const name = parseName(repository);
    const { head = '', defaultBranch } = await this.host.getRepository(name);
    const edits: FileEdit[] = Object.entries(files).map(([file, content]) => ({
      path: file,
      content,
    }));
    const commit = await this.host.commit({
      ...name,
      branch: defaultBranch,
      expectedHead: head,
      message: 'Change',
      edits,
      actor: ACTOR,
    });
    return commit.id;
  }

  async removeRepository(repository: string): Promise<void> {
    await this.host.remove(parseName(repository));
  }

  async find(ref: string): Promise<Entity | undefined> {
    return this.catalog.getEntityByRef(ref, {
      credentials: mockCredentials.service(),
    });
  }

  /** Waits until an entity is as wanted. */
  async waitForEntity(
    ref: string,
    isWanted: (entity: Entity) => boolean = () => true,
  ): Promise<Entity> {
    let entity: Entity | undefined;
    await this.waitFor(`${ref} as wanted`, async () => {
      entity = await this.find(ref);
      return entity !== undefined && isWanted(entity);
    });
    return entity as Entity;
  }

  /** The Location that stands for a repository. */
  async waitForLocation(
    repository: string,
    isWanted: (entity: Entity) => boolean = () => true,
  ): Promise<Entity> {
    const target = formatCatalogFileUrl(
      this.host,
      parseName(repository),
      'main',
    );
    const { metadata } = locationSpecToLocationEntity({
      location: { type: 'url', target },
    });
    return this.waitForEntity(`location:${metadata.name}`, isWanted);
  }

  async waitForAbsence(ref: string): Promise<void> {
    await this.waitFor(
      `the absence of ${ref}`,
      async () => (await this.find(ref)) === undefined,
    );
  }

  /** Waits until a line of the log matches. */
  async waitForLog(pattern: RegExp): Promise<string> {
    await this.waitFor(`a line like ${pattern}`, async () =>
      this.log.some(line => pattern.test(line)),
    );
    return this.log.find(line => pattern.test(line)) ?? '';
  }

  async waitFor(what: string, check: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await check())) {
      if (Date.now() > deadline) {
        throw new NotFoundError(
          `No ${what}; the log says:\n${this.log.join('\n')}`,
        );
      }
      await sleep(50);
    }
  }

  /** Ends the process, so to speak; its directory stays. */
  async stop(): Promise<void> {
    await this.#backend.stop();
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Gets hold of services, which a backend gives to its features only. */
function captureServices() {
  let captured: { host: EmbeddedHost; catalog: CatalogService } | undefined;
  const feature = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-services',
    register(module) {
      module.registerInit({
        deps: { forge: forgeServiceRef, catalog: catalogServiceRef },
        async init({ forge, catalog }) {
          // No other host is configured.
          const host = forge.getHost(EMBEDDED_HOST_ID) as EmbeddedHost;
          captured = { host, catalog };
        },
      });
    },
  });
  const get = () => {
    if (!captured) {
      throw new ServiceUnavailableError('The backend has not started');
    }
    return captured;
  };
  return { feature, get };
}

function parseName(repository: string) {
  const [namespace, name] = repository.split('/');
  return { namespace, name };
}

function createConfig(directory: string): JsonObject {
  return {
    backend: {
      baseUrl: 'http://localhost',
      workingDirectory: path.join(directory, 'work'),
      database: { client: 'better-sqlite3', connection: { directory } },
    },
    forge: {
      embedded: {
        directory: path.join(directory, 'git'),
        namespaces: [{ name: 'acme' }, { name: 'groundwork' }],
      },
    },
    groundwork: { examples: false },
    integrations: {
      gitlab: [
        {
          host: new URL(FORGE_ORIGIN).host,
          baseUrl: FORGE_ORIGIN,
          apiBaseUrl: `${FORGE_ORIGIN}/api/v4`,
        },
      ],
    },
    catalog: {
      rules: [
        {
          allow: [
            ...['Component', 'API', 'System', 'Resource', 'Location'],
            ...['Template', 'User', 'Group'],
          ],
        },
      ],
      stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
    },
  };
}

function createLoggerFactory(log: string[]) {
  const logger = mockServices.logger.mock();
  const record = (message: string) => void log.push(message);
  logger.warn.mockImplementation(record);
  logger.error.mockImplementation(record);
  logger.child.mockImplementation(() => logger);
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => logger,
  });
}
