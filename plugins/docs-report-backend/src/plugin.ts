import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { DOCS_CHECKED_TOPIC } from '@groundwork/plugin-docs-report-common';
import { DatabaseReportStore } from './database/DatabaseReportStore';
import { migrateDatabase } from './database/migrateDatabase';
import { DocsReports } from './reports/DocsReports';
import { parseCheckedEvent } from './reports/parseCheckedEvent';
import { createRouter } from './router/createRouter';

/** Entities go rarely, and a report of one that is gone is shown to nobody. */
const CLEANING = {
  id: 'clean_docs_reports',
  frequency: { hours: 24 },
  timeout: { minutes: 5 },
  initialDelay: { hours: 1 },
};

/** Keeps what builds find wrong in docs, and answers those who may see the entity. */
export const docsReportPlugin = createBackendPlugin({
  pluginId: 'docs-report',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { database, events, httpAuth, httpRouter, scheduler } = deps;
        const store = DatabaseReportStore.create(
          await migrateDatabase(database),
        );
        const reports = DocsReports.create({ ...deps, store });
        httpRouter.use(createRouter({ httpAuth, reports }));
        await events.subscribe({
          id: 'docs-report',
          topics: [DOCS_CHECKED_TOPIC],
          onEvent: async ({ eventPayload }) =>
            reports.record(parseCheckedEvent(eventPayload)),
        });
        await scheduler.scheduleTask({
          ...CLEANING,
          fn: () => reports.clean(),
        });
      },
    });
  },
});
