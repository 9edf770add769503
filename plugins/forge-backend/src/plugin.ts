import {
  coreServices,
  createBackendPlugin,
  type HttpAuthService,
  type LifecycleService,
  type LoggerService,
  type PermissionsRegistryService,
  type PermissionsService,
  type RootConfigService,
  type RootHttpRouterService,
  type RootLifecycleService,
  type SchedulerService,
  type UserInfoService,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { FORGE_PATH } from '@groundwork/plugin-forge-common';
import {
  forgeServiceRef,
  type ForgeService,
} from '@groundwork/plugin-forge-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { CallerAccess } from './access/CallerAccess';
import { NamespaceRules } from './access/NamespaceRules';
import { People } from './access/People';
import { RepositoryPermissions } from './access/RepositoryPermissions';
import { migrateDatabase } from './database/migrateDatabase';
import { createGitHandler } from './git/createGitHandler';
import { findGitHost } from './git/GitHost';
import { GitAuthenticator } from './git/GitAuthenticator';
import { readGitLimits } from './git/GitLimits';
import { readLocalAccess } from './git/localCaller';
import { RequestGuard } from './git/RequestGuard';
import { startGithubHosts } from './github/watch/startGithubHosts';
import { startEmbeddedForge } from './startEmbeddedForge';
import { createRouter } from './router/createRouter';
import { RequestContext } from './router/RequestContext';
import { AccessTokens } from './tokens/AccessTokens';
import { AccessTokenStore } from './tokens/AccessTokenStore';

/** The forge over HTTP: Git below `/forge`, JSON below `/api/forge`. */
export const forgePlugin = createBackendPlugin({
  pluginId: 'forge',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        forge: forgeServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        registry: coreServices.permissionsRegistry,
        rootHttpRouter: coreServices.rootHttpRouter,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const people = People.create(deps);
        const knex = await migrateDatabase(deps.database);
        const tokens = AccessTokens.create({
          store: AccessTokenStore.create(knex),
        });
        deps.httpRouter.use(createApi({ ...deps, people, tokens }));
        await startGithubHosts(deps);
        await startGit({ ...deps, knex, people, tokens });
      },
    });
  },
});

interface Deps {
  config: RootConfigService;
  forge: ForgeService;
  people: People;
  tokens: AccessTokens;
}

function createApi(
  deps: Deps & {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
    userInfo: UserInfoService;
  },
): Router {
  return createRouter({
    tokens: deps.tokens,
    namespaces: NamespaceRules.fromConfig(deps.config, deps),
    context: RequestContext.create({
      forge: deps.forge,
      people: deps.people,
      httpAuth: deps.httpAuth,
      permissions: RepositoryPermissions.register(deps),
    }),
  });
}

/** Serves the embedded host, if it is configured, once this process is the one that may. */
async function startGit(
  deps: Deps & {
    knex: Knex;
    lifecycle: LifecycleService;
    logger: LoggerService;
    rootHttpRouter: RootHttpRouterService;
    rootLifecycle: RootLifecycleService;
    scheduler: SchedulerService;
  },
): Promise<void> {
  const { config, logger, people, tokens } = deps;
  const host = findGitHost(deps.forge);
  if (!host) {
    return;
  }
  await startEmbeddedForge({ ...deps, host });
  deps.rootHttpRouter.use(
    FORGE_PATH,
    createGitHandler({
      host,
      logger,
      guard: RequestGuard.fromConfig(config),
      authenticator: GitAuthenticator.create({
        tokens,
        isLocalAccessAllowed: readLocalAccess(config),
      }),
      access: CallerAccess.fromConfig(config, { people, logger }),
      limits: readGitLimits(config),
    }),
  );
}
