import {
  ApiBlueprint,
  createFrontendPlugin,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { RiLinkUnlinkM } from '@remixicon/react';
import { lazy } from 'react';
import { REPORTS_PATH } from './addresses';
import { DocsReportClient } from './api/DocsReportClient';
import { docsReportApiRef } from './api/docsReportApi';

const rootRouteRef = createRouteRef();

const docsReportApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: docsReportApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => DocsReportClient.create(deps),
    }),
});

const docsReportPage = PageBlueprint.make({
  params: {
    path: REPORTS_PATH,
    title: 'Docs report',
    icon: <RiLinkUnlinkM size={20} />,
    routeRef: rootRouteRef,
    loader: async () => {
      const { ReportPages } = await import('./pages/ReportPages');
      return <ReportPages />;
    },
  },
});

const docsNotice = AddonBlueprint.make({
  name: 'notice',
  params: {
    name: 'DocsReportNotice',
    location: TechDocsAddonLocations.Subheader,
    component: lazy(async () => {
      const { DocsNotice } = await import('./notice/DocsNotice');
      return { default: DocsNotice };
    }),
  },
});

/** What is broken in docs: on one page for all of them, and above each of them for their owners. */
export default createFrontendPlugin({
  pluginId: 'docs-report',
  title: 'Docs report',
  icon: <RiLinkUnlinkM size={20} />,
  routes: { root: rootRouteRef },
  extensions: [docsReportApi, docsReportPage, docsNotice],
});
