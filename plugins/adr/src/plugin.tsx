import {
  ApiBlueprint,
  createFrontendPlugin,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { DECISIONS_PATH } from '@groundwork/plugin-adr-common';
import { RiScalesLine } from '@remixicon/react';
import { DecisionsClient } from './api/DecisionsClient';
import { decisionsApiRef } from './api/decisionsApi';
import { hasDecisions } from './entity/hasDecisions';

/** The type of the documents of the search. */
const DOCUMENT_TYPE = 'adr';

const rootRouteRef = createRouteRef();

const decisionsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: decisionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => DecisionsClient.create(deps),
    }),
});

const decisionsPage = PageBlueprint.make({
  params: {
    path: DECISIONS_PATH,
    title: 'Decisions',
    icon: <RiScalesLine size={20} />,
    routeRef: rootRouteRef,
    loader: async () => {
      const { DecisionPages } = await import('./pages/DecisionPages');
      return <DecisionPages />;
    },
  },
});

const decisionsTab = EntityContentBlueprint.make({
  params: {
    path: '/decisions',
    title: 'Decisions',
    group: 'decisions',
    filter: hasDecisions,
    loader: async () => {
      const { EntityDecisionsTab } = await import(
        './entity/EntityDecisionsTab'
      );
      return <EntityDecisionsTab />;
    },
  },
});

const decisionsCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: hasDecisions,
    loader: async () => {
      const { DecisionsCard } = await import('./entity/DecisionsCard');
      return <DecisionsCard />;
    },
  },
});

const searchResult = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiScalesLine size={20} />,
    predicate: result => result.type === DOCUMENT_TYPE,
    component: async () => {
      const { DecisionResult } = await import('./search/DecisionResult');
      return DecisionResult;
    },
  },
});

const searchType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: DOCUMENT_TYPE,
    name: 'Decisions',
    icon: <RiScalesLine size={20} />,
  },
});

/** The decision log: what was decided, why, and what it replaced. */
export default createFrontendPlugin({
  pluginId: 'adr',
  title: 'Decisions',
  icon: <RiScalesLine size={20} />,
  routes: { root: rootRouteRef },
  extensions: [
    decisionsApi,
    decisionsPage,
    decisionsTab,
    decisionsCard,
    searchResult,
    searchType,
  ],
});
