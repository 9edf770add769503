import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** The roles of the portal, from the least to the most powerful. */
export const ROLES = [
  'viewer',
  'developer',
  'platform-engineer',
  'admin',
] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

const CONFIG_KEY = 'permission.policy.roles';

/** Says which role a user has, from the catalog groups that the user belongs to. */
export class RoleAssignments {
  readonly #refsByRole: ReadonlyMap<Role, ReadonlySet<string>>;

  /** Reads `permission.policy.roles`; a portal without it would shut everybody out. */
  static fromConfig(config: Config): RoleAssignments {
    const rolesConfig = config.getOptionalConfig(CONFIG_KEY);
    if (!rolesConfig) {
      throw new InputError(
        `${CONFIG_KEY} is missing: list the catalog groups of each role (${ROLES.join(
          ', ',
        )})`,
      );
    }
    const unknown = rolesConfig
      .keys()
      .filter(key => !ROLES.some(role => role === key));
    if (unknown.length > 0) {
      throw new InputError(
        `${CONFIG_KEY} has no role '${unknown.join(
          "', '",
        )}'; roles: ${ROLES.join(', ')}`,
      );
    }
    return new RoleAssignments(
      new Map(ROLES.map(role => [role, readRefs(rolesConfig, role)])),
    );
  }

  private constructor(refsByRole: ReadonlyMap<Role, ReadonlySet<string>>) {
    this.#refsByRole = refsByRole;
  }

  /** Returns the highest role among the user's own reference and groups, if there is one. */
  highestRoleOf(ownershipEntityRefs: readonly string[]): Role | undefined {
    return ROLES.findLast(role =>
      ownershipEntityRefs.some(ref => this.#refsByRole.get(role)?.has(ref)),
    );
  }
}

function readRefs(config: Config, role: Role): ReadonlySet<string> {
  return new Set(
    (config.getOptionalStringArray(role) ?? []).map(text => {
      const ref = parseEntityRef(text, { defaultKind: 'group' });
      const kind = ref.kind.toLocaleLowerCase('en-US');
      if (kind !== 'group' && kind !== 'user') {
        throw new InputError(
          `${CONFIG_KEY}.${role} names '${text}'; give groups or users, as in group:default/${role}s`,
        );
      }
      return stringifyEntityRef(ref);
    }),
  );
}
