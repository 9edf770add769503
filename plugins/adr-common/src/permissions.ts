import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of a decision; its rule decides by the owner of the entity that the decision is about. */
export const RESOURCE_TYPE_ADR_DECISION = 'adr-decision';

/** Propose a decision; the repository must admit a change of the user, too. */
export const adrDecisionProposePermission = createPermission({
  name: 'adr.decision.propose',
  attributes: { action: 'create' },
});

/** Accept, reject, deprecate, supersede or renumber a decision, each through a change of its repository. */
export const adrDecisionDecidePermission = createPermission({
  name: 'adr.decision.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ADR_DECISION,
});

/** Every permission that the decision log asks for; reading follows `catalog.entity.read`. */
export const adrPermissions = [
  adrDecisionProposePermission,
  adrDecisionDecidePermission,
];
