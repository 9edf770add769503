import type {
  BackstageUserInfo,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { decideByOwnership } from './ownership';
import { permissionTable } from './permissionTable';
import type { RoleAssignments } from './roles';

const ALLOW: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };

/** Decides by the permission table and the role of the user, and denies what neither knows. */
export class RolePermissionPolicy implements PermissionPolicy {
  readonly #roles: RoleAssignments;
  readonly #logger: LoggerService;
  readonly #reported = new Set<string>();

  static create(options: {
    roles: RoleAssignments;
    logger: LoggerService;
  }): RolePermissionPolicy {
    return new RolePermissionPolicy(options);
  }

  private constructor(options: {
    roles: RoleAssignments;
    logger: LoggerService;
  }) {
    this.#roles = options.roles;
    this.#logger = options.logger;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    return this.decide(permission, user?.info);
  }

  /** The decision about a user who is known without a Backstage token, such as the owner of an access token of the forge. */
  decide(permission: Permission, user?: BackstageUserInfo): PolicyDecision {
    const row = Object.hasOwn(permissionTable, permission.name)
      ? permissionTable[permission.name]
      : undefined;
    if (!row) {
      this.#report(
        permission.name,
        'no row in the permission table; add one to allow it',
      );
      return DENY;
    }
    const role = user && this.#roles.highestRoleOf(user.ownershipEntityRefs);
    if (!role || row[role] === 'deny') {
      return DENY;
    }
    if (row[role] === 'allow') {
      return ALLOW;
    }
    const decision = decideByOwnership(permission, user);
    if (!decision) {
      this.#report(
        permission.name,
        'owner access, but its resource has no owner',
      );
    }
    return decision ?? DENY;
  }

  /** Once per permission: a page asks for the same permission many times. */
  #report(permissionName: string, reason: string): void {
    if (!this.#reported.has(permissionName)) {
      this.#reported.add(permissionName);
      this.#logger.warn(`Denied permission '${permissionName}': ${reason}`);
    }
  }
}
