import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  forgePermissions,
  forgeRepositoryMergePermission,
  forgeRepositoryProposePermission,
  forgeRepositoryPushPermission,
  forgeRepositoryReadPermission,
  formatRepositoryName,
  RESOURCE_TYPE_FORGE_REPOSITORY,
  type Repository,
  type RepositoryAccess,
} from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  type ForgeHost,
  type ForgeService,
} from '@groundwork/plugin-forge-node';
import { findRepository } from '../findRepository';
import { isRepositoryOwner, repositoryResourceRef } from './isRepositoryOwner';

type RepositoryPermission = ResourcePermission<
  typeof RESOURCE_TYPE_FORGE_REPOSITORY
>;

/** Asks the permission framework about repositories. */
export class RepositoryPermissions {
  readonly #permissions: PermissionsService;
  readonly #rules: PermissionRuleset<Repository, { owners: string[] }>;

  /** Makes the permissions of the forge, and the rule for owners, known to the framework. */
  static register(options: {
    forge: ForgeService;
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
  }): RepositoryPermissions {
    const { forge, permissions, registry } = options;
    registry.addResourceType({
      resourceRef: repositoryResourceRef,
      permissions: forgePermissions,
      rules: [isRepositoryOwner],
      getResources: refs =>
        Promise.all(refs.map(ref => findByResourceRef(forge, ref))),
    });
    return new RepositoryPermissions(
      permissions,
      registry.getPermissionRuleset(repositoryResourceRef),
    );
  }

  private constructor(
    permissions: PermissionsService,
    rules: PermissionRuleset<Repository, { owners: string[] }>,
  ) {
    this.#permissions = permissions;
    this.#rules = rules;
  }

  /** Decides one permission about any number of repositories with one question. */
  async decide(
    credentials: BackstageCredentials,
    permission: RepositoryPermission,
  ): Promise<(repository: Repository) => boolean> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    const satisfies = createConditionAuthorizer(this.#rules);
    return repository => satisfies(decision, repository);
  }

  /** What pages may offer. */
  async accessTo(
    credentials: BackstageCredentials,
    repository: Repository,
  ): Promise<RepositoryAccess> {
    const [propose, push, merge] = await Promise.all(
      [
        forgeRepositoryProposePermission,
        forgeRepositoryPushPermission,
        forgeRepositoryMergePermission,
      ].map(async permission =>
        (
          await this.decide(credentials, permission)
        )(repository),
      ),
    );
    return { propose, push, merge };
  }

  /** The repository, for somebody who may read it; to everybody else it is not there. */
  async readable(
    credentials: BackstageCredentials,
    host: ForgeHost,
    name: { namespace: string; name: string },
  ): Promise<Repository> {
    const mayRead = await this.decide(
      credentials,
      forgeRepositoryReadPermission,
    );
    const repository = await host.getRepository(name);
    if (!mayRead(repository)) {
      throw new NotFoundError(
        `There is no repository ${formatRepositoryName(name)}`,
      );
    }
    return repository;
  }

  /** Refuses unless the permission holds. */
  async require(
    credentials: BackstageCredentials,
    permission: RepositoryPermission,
    repository: Repository,
  ): Promise<void> {
    if (!(await this.decide(credentials, permission))(repository)) {
      throw new NotAllowedError(
        `You may not do this in ${formatRepositoryName(
          repository,
        )}: it needs the permission ${permission.name}`,
      );
    }
  }
}

/** `embedded/acme/orders`, or `acme/orders` for the embedded host. */
async function findByResourceRef(
  forge: ForgeService,
  ref: string,
): Promise<Repository | undefined> {
  const parts = ref.split('/');
  const [hostId, namespace, name] =
    parts.length === 2 ? [EMBEDDED_HOST_ID, ...parts] : parts;
  const host = forge.hosts.find(({ id }) => id === hostId);
  if (!host || !namespace || !name) {
    return undefined;
  }
  return findRepository(host, { namespace, name });
}
