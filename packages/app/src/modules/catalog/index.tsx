import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendModule,
  discoveryApiRef,
  ExtensionBoundary,
  fetchApiRef,
  type AppNode,
} from '@backstage/frontend-plugin-api';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { exampleCard } from './exampleCard';
import { PortalCatalogClient } from './PortalCatalogClient';

/** What a page shows instead of its stock content, loaded when it is opened. */
function content(node: AppNode, load: () => Promise<JSX.Element>) {
  return coreExtensionData.reactElement(ExtensionBoundary.lazy(node, load));
}

const catalogApi = ApiBlueprint.make({
  params: define =>
    define({
      api: catalogApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PortalCatalogClient(deps),
    }),
});

const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  *factory(originalFactory, { inputs, node }) {
    yield* originalFactory();
    const filters = inputs.filters.map(filter =>
      filter.get(coreExtensionData.reactElement),
    );
    yield content(node, async () => {
      const { CatalogPage } = await import('./CatalogPage');
      return <CatalogPage filters={filters} />;
    });
  },
});

const apisPage = apiDocsPlugin.getExtension('page:api-docs').override({
  *factory(originalFactory, { node }) {
    yield* originalFactory();
    yield content(node, async () => {
      const { ApisPage } = await import('./ApisPage');
      return <ApisPage />;
    });
  },
});

const docsPage = techdocsPlugin.getExtension('page:techdocs').override({
  *factory(originalFactory, { node }) {
    yield* originalFactory();
    yield content(node, async () => {
      const { DocsPage } = await import('./DocsPage');
      return <DocsPage />;
    });
  },
});

/** The list of everything, of APIs and of docs: one layout, in columns that fit, with links that stay in the portal. */
export const catalogModules = [
  createFrontendModule({
    pluginId: 'catalog',
    extensions: [catalogApi, catalogPage, exampleCard],
  }),
  createFrontendModule({ pluginId: 'api-docs', extensions: [apisPage] }),
  createFrontendModule({ pluginId: 'techdocs', extensions: [docsPage] }),
];
