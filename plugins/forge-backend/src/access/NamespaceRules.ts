import type {
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  forgeRepositoryCreatePermission,
  type Namespace,
} from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  type ForgeService,
} from '@groundwork/plugin-forge-node';

interface NamespaceRule {
  title?: string;
  /** Absent: everybody with the permission. */
  creators?: string[];
}

/** Says in which namespaces a user may create repositories. */
export class NamespaceRules {
  readonly #embedded: ReadonlyMap<string, NamespaceRule>;
  readonly #forge: ForgeService;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;

  /** Reads titles and creators from `forge.embedded.namespaces`. */
  static fromConfig(
    config: Config,
    options: {
      forge: ForgeService;
      permissions: PermissionsService;
      userInfo: UserInfoService;
    },
  ): NamespaceRules {
    return new NamespaceRules(readRules(config), options);
  }

  private constructor(
    embedded: ReadonlyMap<string, NamespaceRule>,
    options: {
      forge: ForgeService;
      permissions: PermissionsService;
      userInfo: UserInfoService;
    },
  ) {
    this.#embedded = embedded;
    this.#forge = options.forge;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
  }

  /** Every namespace of every host that answers, and whether the user may create in it. */
  async list(credentials: BackstageCredentials): Promise<Namespace[]> {
    const [[decision], { ownershipEntityRefs }, lists] = await Promise.all([
      this.#permissions.authorize(
        [{ permission: forgeRepositoryCreatePermission }],
        { credentials },
      ),
      this.#userInfo.getUserInfo(credentials),
      Promise.allSettled(
        this.#forge.hosts.map(async host =>
          (await host.listNamespaces()).map(name => ({ host: host.id, name })),
        ),
      ),
    ]);
    const places = lists.flatMap(list =>
      list.status === 'fulfilled' ? list.value : [],
    );
    const mayCreate = decision.result === AuthorizeResult.ALLOW;
    return places.map(place => {
      const rule =
        place.host === EMBEDDED_HOST_ID
          ? this.#embedded.get(place.name)
          : undefined;
      const reason = mayCreate
        ? explainRule(rule, ownershipEntityRefs)
        : 'Your role may not create repositories';
      return {
        ...place,
        ...(rule?.title && { title: rule.title }),
        isAllowed: reason === undefined,
        ...(reason && { reason }),
      };
    });
  }
}

function explainRule(
  rule: NamespaceRule | undefined,
  ownershipEntityRefs: string[],
): string | undefined {
  return !rule?.creators ||
    rule.creators.some(creator => ownershipEntityRefs.includes(creator))
    ? undefined
    : `Only ${rule.creators.join(', ')} may create repositories here`;
}

function readRules(config: Config): ReadonlyMap<string, NamespaceRule> {
  const namespaces =
    config.getOptionalConfigArray('forge.embedded.namespaces') ?? [];
  return new Map(
    namespaces.map(namespace => [
      namespace.getString('name'),
      {
        title: namespace.getOptionalString('title'),
        creators: namespace
          .getOptionalStringArray('creators')
          ?.map(ref =>
            stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'group' })),
          ),
      },
    ]),
  );
}
