import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { forgeApiRef } from '../api/forgeApi';
import { ForgePages } from '../pages/ForgePages';
import type { FakeForge } from './FakeForge';

/** Shows what the forge has at an address, to Dana unless another reader is named. */
export function showForge(
  forge: FakeForge,
  address: string,
  reader: string = 'user:default/dana',
) {
  return renderInTestApp(<ForgePages />, {
    initialRouteEntries: [address],
    apis: [
      [forgeApiRef, forge.client],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: reader,
          ownershipEntityRefs: [reader, 'group:default/checkout'],
        }),
      ],
    ],
  });
}
