import type { BackstageUserInfo } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

type OwnershipCondition = (user: BackstageUserInfo) => PolicyDecision;

/** How each kind of resource says whose it is; the rules belong to the plugin that stores it. */
const CONDITIONS: Readonly<Record<string, OwnershipCondition>> = {
  'adr-decision': ({ ownershipEntityRefs }) => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'adr',
    resourceType: 'adr-decision',
    conditions: {
      rule: 'IS_DECISION_OWNER',
      resourceType: 'adr-decision',
      params: { claims: ownershipEntityRefs },
    },
  }),
  'catalog-entity': ({ ownershipEntityRefs }) => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: {
      rule: 'IS_ENTITY_OWNER',
      resourceType: 'catalog-entity',
      params: { claims: ownershipEntityRefs },
    },
  }),
  'forge-repository': ({ ownershipEntityRefs }) => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'forge',
    resourceType: 'forge-repository',
    conditions: {
      rule: 'IS_REPOSITORY_OWNER',
      resourceType: 'forge-repository',
      params: { claims: ownershipEntityRefs },
    },
  }),
  'scaffolder-task': ({ userEntityRef }) => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scaffolder',
    resourceType: 'scaffolder-task',
    conditions: {
      rule: 'IS_TASK_OWNER',
      resourceType: 'scaffolder-task',
      params: { createdBy: [userEntityRef] },
    },
  }),
};

/**
 * Limits a permission to what the user owns.
 *
 * @returns undefined for a permission whose resource has no owner
 */
export function decideByOwnership(
  permission: Permission,
  user: BackstageUserInfo,
): PolicyDecision | undefined {
  return isResourcePermission(permission)
    ? CONDITIONS[permission.resourceType]?.(user)
    : undefined;
}
