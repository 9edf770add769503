import {
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { adrDecisionDecidePermission } from '@groundwork/plugin-adr-common';

/** What somebody in a test may not do; whoever is not described may do everything. */
export interface Persona {
  /** Permissions that are denied. */
  denied?: string[];
  /** Entities that the catalog does not show. */
  hidden?: string[];
  /** Decides only about what these own. */
  decidesFor?: string[];
}

function decide(
  persona: Persona | undefined,
  permission: Permission,
): PolicyDecision {
  if (persona?.denied?.includes(permission.name)) {
    return { result: AuthorizeResult.DENY };
  }
  if (persona?.hidden && permission.name === 'catalog.entity.read') {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_VISIBLE',
        resourceType: 'catalog-entity',
        params: {},
      },
    };
  }
  if (
    persona?.decidesFor &&
    isPermission(permission, adrDecisionDecidePermission)
  ) {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'adr',
      resourceType: 'adr-decision',
      conditions: {
        rule: 'IS_DECISION_OWNER',
        resourceType: 'adr-decision',
        params: { claims: persona.decidesFor },
      },
    };
  }
  return { result: AuthorizeResult.ALLOW };
}

/** Rights as the personas of a test have them. */
export function createPermissions(personas: Record<string, Persona>) {
  const personaOf = (credentials: { principal: unknown }) => {
    const { userEntityRef = '' } = credentials.principal as {
      userEntityRef?: string;
    };
    return personas[userEntityRef.split('/')[1] ?? ''];
  };
  const permissions: PermissionsService = {
    authorize: async (requests, options) =>
      requests.map(({ permission }) => {
        const { result } = decide(
          options && personaOf(options.credentials),
          permission,
        );
        return {
          result:
            result === AuthorizeResult.ALLOW
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        };
      }),
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }) =>
        decide(options && personaOf(options.credentials), permission),
      ),
  };
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => permissions,
  });
}
