import {
  ApiBlueprint,
  createFrontendPlugin,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiGitRepositoryLine } from '@remixicon/react';
import { REPOSITORIES_PATH } from './addresses';
import { ForgeClient } from './api/ForgeClient';
import { forgeApiRef } from './api/forgeApi';
import { isPlatform } from './entity/isPlatform';
import { repositoryOf } from './entity/repositoryOf';

const rootRouteRef = createRouteRef();

const forgeApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: forgeApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => ForgeClient.create(deps),
    }),
});

const forgePage = PageBlueprint.make({
  params: {
    path: REPOSITORIES_PATH,
    title: 'Repositories',
    icon: <RiGitRepositoryLine size={20} />,
    routeRef: rootRouteRef,
    loader: async () => {
      const { ForgePages } = await import('./pages/ForgePages');
      return <ForgePages />;
    },
  },
});

const repositoryCard = EntityCardBlueprint.make({
  name: 'repository',
  params: {
    type: 'info',
    filter: entity => repositoryOf(entity) !== undefined,
    loader: async () => {
      const { RepositoryCard } = await import('./entity/RepositoryCard');
      return <RepositoryCard />;
    },
  },
});

const openChangesCard = EntityCardBlueprint.make({
  name: 'open-changes',
  params: {
    type: 'content',
    filter: isPlatform,
    loader: async () => {
      const { OpenChangesCard } = await import('./entity/OpenChangesCard');
      return <OpenChangesCard />;
    },
  },
});

/** The repositories of the portal: their files, history and changes. */
export default createFrontendPlugin({
  pluginId: 'forge',
  title: 'Repositories',
  icon: <RiGitRepositoryLine size={20} />,
  routes: { root: rootRouteRef },
  extensions: [forgeApi, forgePage, repositoryCard, openChangesCard],
});
