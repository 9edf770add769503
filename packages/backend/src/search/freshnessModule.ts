import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { forgeServiceRef } from '@groundwork/plugin-forge-node';
import { DOCS_PUBLISHED_TOPIC } from '@groundwork/plugin-techdocs-backend-module-forge';
import { CatalogState } from './CatalogState';
import { CatalogWatch } from './CatalogWatch';
import { followForge } from './followForge';
import { IndexRebuild } from './IndexRebuild';

/** The scheduled tasks of the search backend. */
const CATALOG_TASK = 'search_index_software_catalog';
const DOCS_TASK = 'search_index_techdocs';

/** Docs are published a moment after their entity has come, and ask for a build themselves. */
const DOCS_WAIT_MS = 10_000;

/** Rebuilds the search indexes soon after the catalog or the docs have changed, instead of on their next schedule. */
export default createBackendModule({
  pluginId: 'search',
  moduleId: 'freshness',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        events: eventsServiceRef,
        forge: forgeServiceRef,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ events, forge, lifecycle, scheduler, ...services }) {
        const start = (taskId: string) => scheduler.triggerTask(taskId);
        const [catalogIndex, docsIndex] = [CATALOG_TASK, DOCS_TASK].map(
          taskId => IndexRebuild.create({ ...services, taskId, start }),
        );
        const watch = CatalogWatch.create({
          ...services,
          state: CatalogState.create(services),
          onChange: change => {
            catalogIndex.request();
            if (change === 'number') {
              docsIndex.request({ withinMs: DOCS_WAIT_MS });
            }
          },
        });
        followForge(forge, watch);
        await events.subscribe({
          id: 'search-freshness',
          topics: [DOCS_PUBLISHED_TOPIC],
          onEvent: async () => docsIndex.request(),
        });
        const stopped = new AbortController();
        lifecycle.addStartupHook(() => void watch.watch(stopped.signal));
        lifecycle.addShutdownHook(() => stopped.abort());
      },
    });
  },
});
