import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityPresentationApiRef,
  EntityProvider,
  type EntityPresentationApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { decisionsApiRef } from '../api/decisionsApi';
import { DecisionPages } from '../pages/DecisionPages';
import type { FakeLog } from './FakeLog';

/** The service that the decisions of the tests are about. */
export const ORDERS: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: { 'backstage.io/source-location': 'url:https://forge' },
  },
  spec: { type: 'service' },
};

/** Calls every entity by its name. */
const presentationApi: EntityPresentationApi = {
  forEntity(entity) {
    const entityRef =
      typeof entity === 'string' ? entity : stringifyEntityRef(entity);
    const { name } = parseEntityRef(entityRef);
    const snapshot = { entityRef, primaryTitle: name, Icon: false as const };
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

/** Rights are remembered in a cache of the page, which must not outlive a test. */
function Page(props: { children: ReactNode }) {
  return (
    <SWRConfig value={{ provider: () => new Map() }}>
      {props.children}
    </SWRConfig>
  );
}

function apis(log: FakeLog, mayPropose: boolean) {
  const { ALLOW, DENY } = AuthorizeResult;
  return [
    [decisionsApiRef, log.client],
    [catalogApiRef, catalogApiMock({ entities: [ORDERS] })],
    [entityPresentationApiRef, presentationApi],
    [
      permissionApiRef,
      mockApis.permission({ authorize: mayPropose ? ALLOW : DENY }),
    ],
  ] as const;
}

/** Shows what the log has at an address. */
export function showDecisions(
  log: FakeLog,
  address: string,
  options: { mayPropose?: boolean } = {},
) {
  return renderInTestApp(
    <Page>
      <DecisionPages />
    </Page>,
    {
      initialRouteEntries: [address],
      apis: [...apis(log, options.mayPropose ?? true)],
    },
  );
}

/** Shows a part of another page: a card, or the tab of the orders service. */
export function showPart(
  log: FakeLog,
  part: ReactNode,
  options: { mayPropose?: boolean } = {},
) {
  return renderInTestApp(
    <Page>
      <EntityProvider entity={ORDERS}>{part}</EntityProvider>
    </Page>,
    { apis: [...apis(log, options.mayPropose ?? true)] },
  );
}
