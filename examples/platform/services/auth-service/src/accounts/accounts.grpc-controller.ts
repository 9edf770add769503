import { Controller } from '@nestjs/common';
import { GrpcMethod, Payload } from '@nestjs/microservices';
import { type Caller, CurrentCaller, Public, RequireRole } from '@platform/common/auth';
import { z } from 'zod';
import type * as contract from '../generated/proto/platform/auth_service/v1/accounts.js';
import { AttemptLimiter, LIMITS } from '../limits/attempt-limiter.js';
import { RefreshRequest } from '../sessions/session.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { type Account, Credentials, NewAccount, ProfileChange, RoleChange } from './account.js';
import { AccountsService } from './accounts.service.js';

const NewRoles = RoleChange.extend({ id: z.uuid() });

/**
 * Offers over gRPC what the HTTP controllers offer over HTTP.
 * @remarks Its callers are services: what each client may try is for the one at the edge to limit.
 */
@Controller()
export class AccountsGrpcController {
  readonly #accounts: AccountsService;
  readonly #sessions: SessionsService;
  readonly #limiter: AttemptLimiter;

  constructor(accounts: AccountsService, sessions: SessionsService, limiter: AttemptLimiter) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#limiter = limiter;
  }

  @Public()
  @GrpcMethod('AccountsService')
  async register(@Payload({ schema: NewAccount }) content: NewAccount): Promise<contract.RegisterResponse> {
    return { account: publish(await this.#accounts.register(content)) };
  }

  @Public()
  @GrpcMethod('AccountsService')
  async logIn(@Payload({ schema: Credentials }) credentials: Credentials): Promise<contract.LogInResponse> {
    await this.#limiter.count(LIMITS.logInsOfAccount, credentials.email);
    const tokens = await this.#sessions.logIn(credentials);
    await this.#limiter.forgive(LIMITS.logInsOfAccount, credentials.email);
    return { tokens };
  }

  @Public()
  @GrpcMethod('AccountsService')
  async refresh(@Payload({ schema: RefreshRequest }) request: RefreshRequest): Promise<contract.RefreshResponse> {
    return { tokens: await this.#sessions.refresh(request.refreshToken) };
  }

  @Public()
  @GrpcMethod('AccountsService')
  async logOut(@Payload({ schema: RefreshRequest }) request: RefreshRequest): Promise<contract.LogOutResponse> {
    await this.#sessions.logOut(request.refreshToken);
    return {};
  }

  @GrpcMethod('AccountsService')
  async getProfile(@CurrentCaller() caller: Caller): Promise<contract.GetProfileResponse> {
    return { account: publish(await this.#accounts.read(caller.id)) };
  }

  @GrpcMethod('AccountsService')
  async changeProfile(
    @Payload({ schema: ProfileChange }) change: ProfileChange,
    @CurrentCaller() caller: Caller,
  ): Promise<contract.ChangeProfileResponse> {
    return { account: publish(await this.#accounts.changeProfile(caller.id, change)) };
  }

  @RequireRole('admin')
  @GrpcMethod('AccountsService')
  async changeRoles(
    @Payload({ schema: NewRoles }) { id, roles }: z.infer<typeof NewRoles>,
  ): Promise<contract.ChangeRolesResponse> {
    return { account: publish(await this.#accounts.changeRoles(id, roles)) };
  }
}

function publish({ createdAt, ...account }: Account): contract.Account {
  const milliseconds = Date.parse(createdAt);
  return {
    ...account,
    createdAt: { seconds: Math.floor(milliseconds / 1000), nanos: (milliseconds % 1000) * 1_000_000 },
  };
}
