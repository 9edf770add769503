import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  adrDecisionDecidePermission,
  adrDecisionProposePermission,
  type DecisionAccess,
} from '@groundwork/plugin-adr-common';
import { forgeRepositoryProposePermission } from '@groundwork/plugin-forge-common';
import type { SourceLocation } from '../sources/SourcePlan';
import {
  decisionResourceRef,
  isDecisionOwner,
  type OwnedDecision,
} from './isDecisionOwner';

/** Asks the permission framework who may propose and decide. */
export class DecisionPermissions {
  readonly #permissions: PermissionsService;
  readonly #rules: PermissionRuleset<OwnedDecision, { owners: string[] }>;

  /** Makes the permissions of the log, and the rule for owners, known to the framework. */
  static register(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
    findOwned(ids: string[]): Promise<Array<OwnedDecision | undefined>>;
  }): DecisionPermissions {
    const { permissions, registry, findOwned } = options;
    registry.addPermissions([adrDecisionProposePermission]);
    registry.addResourceType({
      resourceRef: decisionResourceRef,
      permissions: [adrDecisionDecidePermission],
      rules: [isDecisionOwner],
      getResources: findOwned,
    });
    return new DecisionPermissions(
      permissions,
      registry.getPermissionRuleset(decisionResourceRef),
    );
  }

  private constructor(
    permissions: PermissionsService,
    rules: PermissionRuleset<OwnedDecision, { owners: string[] }>,
  ) {
    this.#permissions = permissions;
    this.#rules = rules;
  }

  /** What pages may offer, for any number of decisions with one question each. */
  async access(
    credentials: BackstageCredentials,
  ): Promise<(decision: OwnedDecision) => DecisionAccess> {
    const [propose, [decision]] = await Promise.all([
      this.#isAllowed(credentials, adrDecisionProposePermission),
      this.#permissions.authorizeConditional(
        [{ permission: adrDecisionDecidePermission }],
        { credentials },
      ),
    ]);
    const satisfies = createConditionAuthorizer(this.#rules);
    return owned => ({ propose, decide: satisfies(decision, owned) });
  }

  /** Refuses to open a change for somebody who may not; the repository has a say of its own. */
  async requireChange(
    credentials: BackstageCredentials,
    location: SourceLocation,
  ): Promise<void> {
    if (!(await this.mayChange(credentials, location))) {
      throw new NotAllowedError(
        `You may not propose changes of this repository: it needs the permission ${forgeRepositoryProposePermission.name}`,
      );
    }
  }

  /** Whether somebody may propose changes of a repository. */
  async mayChange(
    credentials: BackstageCredentials,
    location: SourceLocation,
  ): Promise<boolean> {
    if (location.kind !== 'forge') return false;
    const { host, namespace, name } = location;
    const [{ result }] = await this.#permissions.authorize(
      [
        {
          permission: forgeRepositoryProposePermission,
          resourceRef: `${host}/${namespace}/${name}`,
        },
      ],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  async #isAllowed(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }
}
