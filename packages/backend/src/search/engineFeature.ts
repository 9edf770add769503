import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { localSearchModule } from './localSearchModule';

/** Searches in PostgreSQL where the portal stores its data there, and in this process otherwise. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  loader: ({ config }) =>
    config.getOptionalString('backend.database.client') === 'pg'
      ? [import('@backstage/plugin-search-backend-module-pg')]
      : [localSearchModule],
});
