import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { DocsWarmup } from './DocsWarmup';
import { IndexFreshness } from './IndexFreshness';

/** Rebuilds the search index soon after the catalog has grown, instead of on its next schedule. */
export default createBackendModule({
  pluginId: 'search',
  moduleId: 'freshness',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, lifecycle, logger, scheduler } = deps;
        const buildsDocs = deps.config.getOptionalBoolean(
          'groundwork.docs.buildAtStart',
        );
        const warmup = DocsWarmup.create(deps);
        const freshness = IndexFreshness.create({
          countEntities: async () => {
            const { totalItems } = await catalog.queryEntities(
              { limit: 0 },
              { credentials: await auth.getOwnServiceCredentials() },
            );
            return totalItems;
          },
          buildDocs: buildsDocs ? () => warmup.run() : undefined,
          rebuild: taskId => scheduler.triggerTask(taskId),
          logger,
        });
        const stopped = new AbortController();
        lifecycle.addStartupHook(() => {
          freshness.watch(stopped.signal);
        });
        lifecycle.addShutdownHook(() => stopped.abort());
      },
    });
  },
});
