import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  coreServices,
  createBackendModule,
  type BackendFeature,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import catalogModuleForge from '@groundwork/plugin-catalog-backend-module-forge';
// The real forge, which no other code of the module imports.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import forgeFeatures from '@groundwork/plugin-forge-backend';
import {
  forgeServiceRef,
  type ForgeHost,
  type ForgeService,
} from '@groundwork/plugin-forge-node';
import request from 'supertest';
import scaffolderModuleGroundwork from '..';
import { createConfig } from './createConfig';

/** The golden paths as they are shipped. */
export const TEMPLATES = resolve(__dirname, '../../../../templates');

/** Whoever makes what a test needs. */
export const PRIYA = {
  ref: 'user:default/priya.raman',
  signature: { name: 'Priya Raman', email: 'priya.raman@example.com' },
};

/** A portal with the real catalog, scaffolder and forge in this process. */
export interface TestPortal {
  /** Everything that it keeps is below. */
  directory: string;
  forge: ForgeService;
  host: ForgeHost;
  /** Of the scaffolder. */
  database: DatabaseService;
  call(method: 'get' | 'post', path: string, user?: string): request.Test;
  stop(): Promise<void>;
}

/** Starts a portal whose state goes with {@link TestPortal.stop}. */
export async function startPortal(
  options: { config?: JsonObject; features?: BackendFeature[] } = {},
): Promise<TestPortal> {
  const directory = await mkdtemp(join(tmpdir(), 'create-'));
  await mkdir(join(directory, 'work'));
  const found: { forge?: ForgeService; database?: DatabaseService } = {};
  const probe = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'probe',
    register(env) {
      env.registerInit({
        deps: { forge: forgeServiceRef, database: coreServices.database },
        async init(deps) {
          Object.assign(found, deps);
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: { ...createConfig(directory), ...options.config },
      }),
      forgeFeatures,
      catalogPlugin,
      templateModel,
      catalogModuleForge,
      scaffolderPlugin,
      scaffolderModuleGroundwork,
      probe,
      ...(options.features ?? []),
    ],
  });
  const { forge, database } = found;
  if (!forge || !database) {
    throw new Error('The scaffolder did not start');
  }
  return {
    directory,
    forge,
    database,
    host: forge.getHost('embedded'),
    call: (method, path, user = 'user:default/dana.okafor') =>
      request(backend.server)
        [method](path)
        .set('Authorization', mockCredentials.user.header(user)),
    async stop() {
      await backend.stop();
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Puts templates into the repository from which the catalog reads them. */
export async function publishTemplates(
  { host }: Pick<TestPortal, 'host'>,
  directory = TEMPLATES,
): Promise<string> {
  const { commit } = await host.createRepository({
    namespace: 'groundwork',
    name: 'templates',
    owner: 'group:default/developer-experience',
    directory,
    message: 'feat: add the golden paths',
    actor: PRIYA,
    idempotencyKey: 'templates',
  });
  return commit;
}
