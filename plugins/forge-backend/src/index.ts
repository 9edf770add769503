import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { forgeServiceFactory } from './forgeServiceFactory';
import { forgePlugin } from './plugin';
import { forgeUrlReaderFactory } from './urlReader/urlReaderFactory';

/** Everything that the forge adds to a backend: its service, its URL reader and its plugin. */
export default createBackendFeatureLoader({
  *loader() {
    yield forgeServiceFactory;
    yield forgeUrlReaderFactory;
    yield forgePlugin;
  },
});
