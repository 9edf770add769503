import {
  configApiRef,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';

const kubernetesContent = kubernetesPlugin
  .getExtension('entity-content:kubernetes/kubernetes')
  .override({
    factory(originalFactory, { apis }) {
      const hasClusters = apis
        .get(configApiRef)
        ?.has('kubernetes.clusterLocatorMethods');
      return originalFactory(
        hasClusters ? {} : { params: { filter: () => false } },
      );
    },
  });

/** Shows the Kubernetes tab only where the portal knows a cluster. */
export const kubernetesModule = createFrontendModule({
  pluginId: 'kubernetes',
  extensions: [kubernetesContent],
});
