import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ADR_DECISION } from '@groundwork/plugin-adr-common';
import { z } from 'zod';

/** What the rule needs to know of a decision. */
export interface OwnedDecision {
  ownerRef?: string;
}

/** Decisions as the permission framework knows them. */
export const decisionResourceRef = createPermissionResourceRef<
  OwnedDecision,
  { owners: string[] }
>().with({ pluginId: 'adr', resourceType: RESOURCE_TYPE_ADR_DECISION });

/** Holds for decisions about what one of the claims owns. */
export const isDecisionOwner = createPermissionRule({
  name: 'IS_DECISION_OWNER',
  description:
    'Allow decisions about entities that the user or one of their groups owns',
  resourceRef: decisionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references of the user and of the groups they are in'),
  }),
  apply: ({ ownerRef }, { claims }) =>
    ownerRef !== undefined &&
    claims.some(
      claim =>
        claim.toLocaleLowerCase('en-US') ===
        ownerRef.toLocaleLowerCase('en-US'),
    ),
  toQuery: ({ claims }) => ({ owners: claims }),
});
