import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createBackendModule,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real host, for tests
import forgeFeature from '@groundwork/plugin-forge-backend';
import {
  EMBEDDED_HOST_ID,
  forgeServiceRef,
  type Actor,
  type FileEdit,
  type ForgeHost,
} from '@groundwork/plugin-forge-node';
import request from 'supertest';
import { adrPlugin } from '../plugin';
import { createPermissions, type Persona } from './personas';

/** Waits are short where the machine is free, and this long where it is not. */
const PATIENCE_MS = 20_000;

/** Who makes the commits of the tests. */
export const DANA: Actor = {
  ref: 'user:default/dana',
  signature: { name: 'Dana Okafor', email: 'dana@example.com' },
};

/** What the embedded host can do beyond the contract of hosts. */
interface EmbeddedHost extends ForgeHost {
  start(): Promise<void>;
  remove(name: { namespace: string; name: string }): Promise<void>;
}

/** A component at home in a directory of a repository of the forge. */
export function component(
  name: string,
  options: {
    repository?: string;
    directory?: string;
    owner?: string;
    system?: string;
    kind?: string;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const { repository = `acme/${name}`, directory = '', kind } = options;
  const { owner = 'group:default/payments', system } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind ?? 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/source-location': `url:https://forge.groundwork.internal/${repository}/-/tree/main/${directory}`,
        ...options.annotations,
      },
    },
    spec: { type: 'service' },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      ...(system ? [{ type: 'partOf', targetRef: system }] : []),
    ],
  };
}

/** Everything that `startLogBackend` can be told. */
export interface LogBackendOptions {
  entities?: Entity[];
  personas?: Record<string, Persona>;
  config?: JsonObject;
  knex?: object;
}

/** The real log on the real embedded forge, with a catalog and rights that the tests decide. */
export class LogBackend {
  readonly host: EmbeddedHost;
  readonly entities: Entity[];
  readonly directory: string;
  readonly #backend: TestBackend;

  static async start(options: LogBackendOptions = {}): Promise<LogBackend> {
    const directory = await mkdtemp(join(tmpdir(), 'adr-backend-'));
    await mkdir(join(directory, 'git'));
    const entities = [...(options.entities ?? [])];
    const personas = options.personas ?? {};
    const captured: { host?: EmbeddedHost } = {};
    const backend = await startTestBackend({
      features: [
        adrPlugin,
        forgeFeature,
        createCatalog(entities, personas),
        createPermissions(personas),
        mockServices.scheduler.factory({
          includeInitialDelayedTasksOnStartup: true,
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:7007' },
            backend: { baseUrl: 'http://localhost:7007' },
            forge: {
              embedded: {
                directory: join(directory, 'git'),
                namespaces: [{ name: 'acme' }],
              },
            },
            permission: {
              enabled: true,
              policy: { roles: { viewer: ['group:default/viewers'] } },
            },
            ...options.config,
          },
        }),
        createBackendModule({
          pluginId: 'adr',
          moduleId: 'test-host',
          register(module) {
            module.registerInit({
              deps: { forge: forgeServiceRef },
              async init({ forge }) {
                // The embedded host is the only one that is configured.
                captured.host = forge.getHost(EMBEDDED_HOST_ID) as EmbeddedHost;
              },
            });
          },
        }),
      ],
    });
    if (!captured.host) throw new Error('The host was not captured');
    return new LogBackend({
      host: captured.host,
      entities,
      directory,
      backend,
    });
  }

  private constructor(parts: {
    host: EmbeddedHost;
    entities: Entity[];
    directory: string;
    backend: TestBackend;
  }) {
    this.host = parts.host;
    this.entities = parts.entities;
    this.directory = parts.directory;
    this.#backend = parts.backend;
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Creates a repository with some files. */
  async create(name: string, files: Record<string, string>): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), 'adr-files-'));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    }
    await this.host.createRepository({
      namespace: 'acme',
      name,
      owner: 'group:default/payments',
      directory,
      message: 'Begin',
      actor: DANA,
      idempotencyKey: name,
    });
    await rm(directory, { recursive: true });
  }

  /** Pushes a commit to the default branch. */
  async push(
    name: string,
    files: Record<string, string | undefined>,
  ): Promise<void> {
    const { head = '' } = await this.host.getRepository({
      namespace: 'acme',
      name,
    });
    const edits: FileEdit[] = Object.entries(files).map(([path, content]) => ({
      path,
      content,
    }));
    await this.host.commit({
      namespace: 'acme',
      name,
      branch: 'main',
      expectedHead: head,
      message: 'Change',
      edits,
      actor: DANA,
    });
  }

  /** Merges a change, as a reviewer does in the forge. */
  async merge(name: string, number: number): Promise<void> {
    const location = { namespace: 'acme', name, number };
    const { head } = await this.host.getChange(location);
    await this.host.mergeChange({
      ...location,
      expectedHead: head,
      actor: DANA,
    });
  }

  /** Asks the API as a user. */
  async get(path: string, user = 'dana'): Promise<request.Response> {
    return request(this.#backend.server)
      .get(`/api/adr${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
  }

  async post(
    path: string,
    body: object,
    user = 'dana',
  ): Promise<request.Response> {
    return request(this.#backend.server)
      .post(`/api/adr${path}`)
      .set('Authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(body);
  }

  async getAs(header: string, path: string): Promise<request.Response> {
    return request(this.#backend.server)
      .get(`/api/adr${path}`)
      .set('Authorization', header);
  }

  /** Waits until the log shows what it is expected to. */
  async until<T>(read: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await read();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error('The log did not follow in time');
      await sleep(50);
    }
  }

  /** Waits for a number of decisions in the list. */
  untilCount(count: number, query = ''): Promise<request.Response> {
    return this.until(async () => {
      const response = await this.get(`/decisions${query}`);
      return response.body.total === count ? response : undefined;
    });
  }

  /** The id of a decision by its address. */
  async idOf(name: string, path: string): Promise<string> {
    return this.until(async () => {
      const { body } = await this.get(
        `/decisions/resolve?address=${encodeURIComponent(
          `acme/${name}/-/${path}`,
        )}`,
      );
      return body.type === 'decision' ? (body.id as string) : undefined;
    });
  }
}

function createCatalog(entities: Entity[], personas: Record<string, Persona>) {
  const mayRead = (entity: Entity, credentials: BackstageCredentials) => {
    const principal = credentials.principal as { userEntityRef?: string };
    const persona = personas[principal.userEntityRef?.split('/')[1] ?? ''];
    return !persona?.hidden?.includes(stringifyEntityRef(entity));
  };
  const of = (credentials: BackstageCredentials) =>
    catalogServiceMock({
      entities: entities.filter(entity => mayRead(entity, credentials)),
    });
  const catalog: Partial<CatalogService> = {
    getEntityByRef: (ref, options) =>
      of(options.credentials).getEntityByRef(ref, options),
    getEntitiesByRefs: (query, options) =>
      of(options.credentials).getEntitiesByRefs(query, options),
    streamEntities: (query, options) =>
      of(options.credentials).streamEntities(query, options),
  };
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    // Only what the log and the forge ask; anything else fails the test.
    factory: () => catalog as CatalogService,
  });
}
