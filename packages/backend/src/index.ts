import { createBackend } from '@backstage/backend-defaults';
import { guardedScheduler } from './scheduler/guardedScheduler';
import { stopOnStartupFailure } from './stopOnStartupFailure';

const backend = createBackend();

backend.add(guardedScheduler);

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./auth/providersFeature'));
backend.add(import('@groundwork/plugin-auth-backend-module-persona'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@groundwork/plugin-permission-backend-module-policy'));

backend.add(import('@groundwork/plugin-forge-backend'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('./catalog/sqliteJournalModule'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@groundwork/plugin-catalog-backend-module-forge'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@groundwork/plugin-scaffolder-backend-module-groundwork'));

backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@groundwork/plugin-techdocs-backend-module-markdown'));
backend.add(import('@groundwork/plugin-docs-report-backend'));
backend.add(import('@groundwork/plugin-techdocs-backend-module-forge'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));
backend.add(import('./search/engineFeature'));
backend.add(import('./search/freshnessModule'));

backend.add(import('@groundwork/plugin-adr-backend'));
backend.add(import('@groundwork/plugin-search-backend-module-adr'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-devtools-backend'));
backend.add(import('./kubernetes/feature'));

// Last, so that what is wrong in the configuration is said before anything is contacted.
backend.add(import('./databaseGuard'));

backend.start().catch(stopOnStartupFailure);
