import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ForwardedError,
  InputError,
  NotAllowedError,
  ResponseError,
} from '@backstage/errors';
import type {
  NameAvailability,
  Namespace,
  Repository,
  RepositoryAccess,
  RepositoryName,
} from '@groundwork/plugin-forge-common';

/** A repository, or the place for one. */
export interface ForgePlace extends RepositoryName {
  /** The id of the host. */
  host: string;
}

/** Asks the forge what a user may do; its plugin is where permissions and rules of namespaces are decided. */
export class ForgeAccess {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): ForgeAccess {
    return new ForgeAccess(options.auth, options.discovery);
  }

  private constructor(auth: AuthService, discovery: DiscoveryService) {
    this.#auth = auth;
    this.#discovery = discovery;
  }

  /** Why the user may not create repositories in a namespace, or undefined. */
  async findObjection(
    { host, namespace }: ForgePlace,
    credentials: BackstageCredentials,
  ): Promise<Error | undefined> {
    const { items } = await this.#get<{ items: Namespace[] }>(
      '/namespaces',
      credentials,
    );
    const found = items.find(
      item => item.host === host && item.name === namespace,
    );
    if (!found) {
      return new InputError(
        `There is no namespace '${namespace}' on ${host}; there are: ${
          items.map(({ name }) => name).join(', ') || 'none'
        }`,
      );
    }
    return found.isAllowed
      ? undefined
      : new NotAllowedError(
          `You may not create repositories in '${namespace}': ${
            found.reason ?? 'the forge gives no reason'
          }`,
        );
  }

  /** Whether a repository of this name could be created now. */
  async checkName(
    { host, namespace, name }: ForgePlace,
    credentials: BackstageCredentials,
  ): Promise<NameAvailability> {
    return this.#get(
      `/namespaces/${encodeURIComponent(namespace)}/names/${encodeURIComponent(
        name,
      )}?host=${encodeURIComponent(host)}`,
      credentials,
    );
  }

  /** A repository that the user may read, and what else they may do there. */
  async getRepository(
    { host, namespace, name }: ForgePlace,
    credentials: BackstageCredentials,
  ): Promise<Repository & { access: RepositoryAccess }> {
    return this.#get(
      `/repositories/${encodeURIComponent(namespace)}/${encodeURIComponent(
        name,
      )}?host=${encodeURIComponent(host)}`,
      credentials,
    );
  }

  async #get<T>(path: string, credentials: BackstageCredentials): Promise<T> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('forge'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'forge',
      }),
    ]);
    const response = await fetch(`${baseUrl}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      const { cause } = await ResponseError.fromResponse(response);
      throw new ForwardedError(`The forge did not answer ${path}`, cause);
    }
    return response.json();
  }
}
