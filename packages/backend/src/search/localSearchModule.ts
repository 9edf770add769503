import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { LunrSearchEngine } from '@backstage/plugin-search-backend-node';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { LocalSearchEngine } from './LocalSearchEngine';

/** Keeps the search index in memory; it is rebuilt after each start. */
export const localSearchModule = createBackendModule({
  pluginId: 'search',
  moduleId: 'local-engine',
  register(module) {
    module.registerInit({
      deps: {
        engines: searchEngineRegistryExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ engines, logger }) {
        engines.setSearchEngine(
          LocalSearchEngine.create(new LunrSearchEngine({ logger })),
        );
      },
    });
  },
});
