import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { DecisionAccess } from '@groundwork/plugin-adr-common';
import type { Request } from 'express';
import type { DecisionPermissions } from '../access/DecisionPermissions';
import type { OwnedDecision } from '../access/isDecisionOwner';
import type { MayRead, ReadableEntities } from '../access/ReadableEntities';

/** Who calls, what they may read, and what they may do. */
export class Caller {
  readonly #httpAuth: HttpAuthService;
  readonly #readable: ReadableEntities;
  readonly #permissions: DecisionPermissions;

  static create(options: {
    httpAuth: HttpAuthService;
    readable: ReadableEntities;
    permissions: DecisionPermissions;
  }): Caller {
    return new Caller(options);
  }

  private constructor(options: {
    httpAuth: HttpAuthService;
    readable: ReadableEntities;
    permissions: DecisionPermissions;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#readable = options.readable;
    this.#permissions = options.permissions;
  }

  /** A user, or another part of the portal. */
  credentials(request: Request): Promise<BackstageCredentials> {
    return this.#httpAuth.credentials(request, { allow: ['user', 'service'] });
  }

  /** A user; nobody else proposes or decides. */
  user(
    request: Request,
  ): Promise<BackstageCredentials<BackstageUserPrincipal>> {
    return this.#httpAuth.credentials(request, { allow: ['user'] });
  }

  /** Whoever follows the feed, also with the cookie of a browser. */
  follower(request: Request): Promise<BackstageCredentials> {
    return this.#httpAuth.credentials(request, {
      allow: ['user', 'service'],
      allowLimitedAccess: true,
    });
  }

  /** Another part of the portal. */
  service(request: Request): Promise<BackstageCredentials> {
    return this.#httpAuth.credentials(request, { allow: ['service'] });
  }

  /** What the caller may read. */
  async mayRead(request: Request): Promise<MayRead> {
    return this.#readable.of(await this.credentials(request));
  }

  mayReadAs(credentials: BackstageCredentials): Promise<MayRead> {
    return this.#readable.of(credentials);
  }

  /** What pages may offer to the caller. */
  async access(
    request: Request,
  ): Promise<(decision: OwnedDecision) => DecisionAccess> {
    return this.#permissions.access(await this.credentials(request));
  }
}
