import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** Loads the Kubernetes plugin only where clusters are configured; without them it warns at every start. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  loader: ({ config }) =>
    config.has('kubernetes.clusterLocatorMethods')
      ? [import('@backstage/plugin-kubernetes-backend')]
      : [],
});
