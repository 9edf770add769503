import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { TemplateCard } from '../TemplateCard';

function template(annotations: Record<string, string>): TemplateEntityV1beta3 {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'service',
      title: 'A service',
      description: 'Makes a service',
      tags: ['rest'],
      annotations: { 'backstage.io/template-version': '1.2.0', ...annotations },
    },
    spec: { type: 'service', steps: [] },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/developer-experience' },
    ],
  };
}

/** Shows the card of a template with these annotations, to somebody who may create or not. */
export function showTemplateCard(
  annotations: Record<string, string>,
  options: { mayCreate?: boolean; onSelected?: () => void } = {},
) {
  const { mayCreate = true, onSelected } = options;
  return renderInTestApp(
    <TemplateCard template={template(annotations)} onSelected={onSelected} />,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: mayCreate ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ],
    },
  );
}
