import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Permission } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import type { Repository } from '@groundwork/plugin-forge-common';
import {
  RoleAssignments,
  RolePermissionPolicy,
} from '@groundwork/plugin-permission-backend-module-policy';
import type { GitCaller } from '../git/GitAuthenticator';
import { isRepositoryOwner } from './isRepositoryOwner';
import type { People } from './People';

const satisfies = createConditionAuthorizer([isRepositoryOwner]);

/**
 * Decides what somebody may do who is known by an access token.
 *
 * @remarks
 * A token is no Backstage credential, so the permission backend cannot be asked about its owner; the same policy
 * answers here, with the groups that the catalog has at this moment.
 */
export class CallerAccess {
  readonly #people: People;
  /** Absent while `permission.enabled` is off: then everybody who signed in may do everything, as elsewhere. */
  readonly #policy?: RolePermissionPolicy;

  static fromConfig(
    config: Config,
    options: { people: People; logger: LoggerService },
  ): CallerAccess {
    const policy = config.getOptionalBoolean('permission.enabled')
      ? RolePermissionPolicy.create({
          roles: RoleAssignments.fromConfig(config),
          logger: options.logger,
        })
      : undefined;
    return new CallerAccess(options.people, policy);
  }

  private constructor(people: People, policy?: RolePermissionPolicy) {
    this.#people = people;
    this.#policy = policy;
  }

  /** Whether the policy lets the caller do this with the repository. */
  async may(
    caller: GitCaller,
    permission: Permission,
    repository: Repository,
  ): Promise<boolean> {
    if (caller.type === 'local') {
      return true;
    }
    const user = await this.#people.findUserInfo(caller.userEntityRef);
    if (!user) {
      return false;
    }
    return this.#policy
      ? satisfies(this.#policy.decide(permission, user), repository)
      : true;
  }
}
