import {
  createFrontendPlugin,
  PageBlueprint,
  createRouteRef,
} from '@backstage/frontend-plugin-api';
import { RiHome5Line } from '@remixicon/react';

const rootRouteRef = createRouteRef();

const homePage = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Home',
    icon: <RiHome5Line size={20} />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: async () => {
      const { HomePage } = await import('./HomePage');
      return <HomePage />;
    },
  },
});

/** The first page: search, what is mine, what waits for me, create. */
export const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  title: 'Home',
  routes: { root: rootRouteRef },
  extensions: [homePage],
});
