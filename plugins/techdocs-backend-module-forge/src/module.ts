import { tmpdir } from 'node:os';
import {
  coreServices,
  createBackendModule,
  type DiscoveryService,
  type LoggerService,
  type RootConfigService,
  type RootLifecycleService,
  type SchedulerService,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import { techdocsBuildsExtensionPoint } from '@backstage/plugin-techdocs-node';
import { FORGE_PATH } from '@groundwork/plugin-forge-common';
import { forgeServiceRef } from '@groundwork/plugin-forge-node';
import { createSiteTools } from '@groundwork/plugin-techdocs-backend-module-markdown';
import { DocsBuilds } from './build/DocsBuilds';
import { SiteBuilder } from './build/SiteBuilder';
import { DocsSources } from './docs/DocsSources';
import { DocsFollower } from './follow/DocsFollower';

/** Events are rarely lost, and a comparison asks the host of each site for its version. */
const COMPARISON = {
  id: 'forge_docs_comparison',
  frequency: { minutes: 30 },
  timeout: { minutes: 5 },
  initialDelay: { minutes: 1 },
};

/**
 * Builds the docs of repositories of the forge when they are pushed, instead of when they are read.
 *
 * @remarks
 * TechDocs builds on a page view, and skips it for a minute after the last build. Docs that lie elsewhere stay with
 * TechDocs.
 */
export const techdocsModuleForge = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'forge',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        forge: forgeServiceRef,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
        strategies: techdocsBuildsExtensionPoint,
      },
      async init({ strategies, ...services }) {
        const { config, logger } = services;
        if (config.getString('techdocs.builder') !== 'local') {
          logger.info('Docs are built elsewhere, as techdocs.builder says');
          return;
        }
        const integrations = ScmIntegrations.fromConfig(config);
        const sources = DocsSources.create({ ...services, integrations });
        strategies.setBuildStrategy({
          shouldBuild: async ({ entity }) =>
            (await sources.findRepository(entity)) === undefined,
        });
        const builds = await createBuilds({ ...services, integrations });
        const follower = DocsFollower.create({
          ...services,
          sources,
          request: (entity, options) => builds.request(entity, options),
        });
        follow(follower, services);
      },
    });
  },
});

async function createBuilds(deps: {
  config: RootConfigService;
  discovery: DiscoveryService;
  events: EventsService;
  integrations: ScmIntegrations;
  lifecycle: RootLifecycleService;
  logger: LoggerService;
  reader: UrlReaderService;
}): Promise<DocsBuilds> {
  const { config, lifecycle } = deps;
  const tools = await createSiteTools(config, deps);
  lifecycle.addShutdownHook(() => tools.close());
  const builder = SiteBuilder.create({
    ...deps,
    ...tools,
    forgePath: readForgePath(config),
    workingDirectory:
      config.getOptionalString('backend.workingDirectory') ?? tmpdir(),
  });
  return DocsBuilds.create({ ...deps, builder });
}

/** The portal may lie below a path of its host. */
function readForgePath(config: RootConfigService): string {
  const { pathname } = new URL(config.getString('app.baseUrl'));
  return `${pathname.replace(/\/+$/, '')}${FORGE_PATH}`;
}

/** Follows pushes at once, and looks for what was missed as soon as the catalog answers. */
function follow(
  follower: DocsFollower,
  deps: {
    config: RootConfigService;
    lifecycle: RootLifecycleService;
    scheduler: SchedulerService;
  },
): void {
  const { config, lifecycle, scheduler } = deps;
  follower.follow();
  lifecycle.addStartupHook(async () => {
    await scheduler.scheduleTask({
      ...COMPARISON,
      fn: () => follower.compare(),
    });
    if (config.getOptionalBoolean('groundwork.docs.buildAtStart')) {
      follower.catchUp();
    }
  });
  lifecycle.addShutdownHook(() => follower.stop());
}
