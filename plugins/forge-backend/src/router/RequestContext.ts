import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  Repository,
  RepositoryName,
} from '@groundwork/plugin-forge-common';
import type {
  Actor,
  ForgeHost,
  ForgeService,
} from '@groundwork/plugin-forge-node';
import type { Request } from 'express';
import { z } from 'zod';
import type { People } from '../access/People';
import type { RepositoryPermissions } from '../access/RepositoryPermissions';
import { parse } from './parse';

/** A repository that the caller may read. */
export interface OpenedRepository {
  credentials: BackstageCredentials;
  host: ForgeHost;
  name: RepositoryName;
  repository: Repository;
}

const HostQuery = z.object({ host: z.string().max(253).optional() });

/** What every route begins with: who asks, of which host, about which repository. */
export class RequestContext {
  readonly forge: ForgeService;
  readonly people: People;
  readonly permissions: RepositoryPermissions;
  readonly #httpAuth: HttpAuthService;

  static create(options: {
    forge: ForgeService;
    people: People;
    permissions: RepositoryPermissions;
    httpAuth: HttpAuthService;
  }): RequestContext {
    return new RequestContext(options);
  }

  private constructor(options: {
    forge: ForgeService;
    people: People;
    permissions: RepositoryPermissions;
    httpAuth: HttpAuthService;
  }) {
    this.forge = options.forge;
    this.people = options.people;
    this.permissions = options.permissions;
    this.#httpAuth = options.httpAuth;
  }

  /** The credentials of a user or of another plugin. */
  async credentials(request: Request): Promise<BackstageCredentials> {
    return this.#httpAuth.credentials(request, { allow: ['user', 'service'] });
  }

  /** The credentials of a user; nobody else changes anything over HTTP. */
  async user(
    request: Request,
  ): Promise<BackstageCredentials<BackstageUserPrincipal>> {
    return this.#httpAuth.credentials(request, { allow: ['user'] });
  }

  /** The user as commits and changes record them. */
  async actor(request: Request): Promise<Actor> {
    const { principal } = await this.user(request);
    return this.people.describeActor(principal.userEntityRef);
  }

  /** The host of the `host` parameter; without one the embedded host, or else the first. */
  host(request: Request): ForgeHost {
    const { host } = parse(HostQuery, { host: request.query.host });
    if (host !== undefined) {
      return this.forge.getHost(host);
    }
    const [first] = this.forge.hosts;
    if (!first) {
      throw new NotFoundError(
        'No forge is configured; set forge.embedded or forge.github',
      );
    }
    return first;
  }

  /** The repository of the path, for somebody who may read it. */
  async open(request: Request): Promise<OpenedRepository> {
    const credentials = await this.credentials(request);
    const host = this.host(request);
    const { namespace, name } = request.params;
    const repository = await this.permissions.readable(credentials, host, {
      namespace,
      name,
    });
    return {
      credentials,
      host,
      name: { namespace: repository.namespace, name: repository.name },
      repository,
    };
  }

  /** The repository of the path, for a user who has the permission there. */
  async openFor(
    request: Request,
    permission: ResourcePermission<'forge-repository'>,
  ): Promise<OpenedRepository & { actor: Actor }> {
    const actor = await this.actor(request);
    const opened = await this.open(request);
    await this.permissions.require(
      opened.credentials,
      permission,
      opened.repository,
    );
    return { ...opened, actor };
  }
}
