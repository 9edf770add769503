import { ClientGrpcProxy } from '@nestjs/microservices';
import { grpcClient, outgoingMetadata } from '@platform/common/grpc';
import { firstValueFrom, type Observable } from 'rxjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../src/limits/attempt-limiter.js';
import { PASSWORD, startService } from './support/start-service.js';

/** Codes of the statuses that the tests expect. */
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const RESOURCE_EXHAUSTED = 8;
const UNAUTHENTICATED = 16;

type Call = (request: object, metadata: ReturnType<typeof outgoingMetadata>) => Observable<Record<string, unknown>>;

describe('accounts over gRPC', () => {
  let service: Awaited<ReturnType<typeof startService>>;
  let proxy: ClientGrpcProxy;

  beforeAll(async () => {
    service = await startService();
    const options = grpcClient({
      url: `127.0.0.1:${service.configuration.GRPC_PORT}`,
      package: 'platform.auth_service.v1',
      protoPath: 'proto/platform/auth_service/v1/accounts.proto',
    });
    proxy = new ClientGrpcProxy(options.options);
  });

  afterAll(async () => {
    proxy.close();
    await service.stop();
  });

  const call = (method: string, request: object, token?: string) => {
    const metadata = outgoingMetadata({ requestId: 'order-1', ...(token === undefined ? {} : { token }) });
    const client = proxy.getService<Record<string, Call>>('AccountsService');
    return firstValueFrom(client[method]!(request, metadata));
  };

  it('are registered, logged in, refreshed and logged out', async () => {
    const account = { email: 'ada@example.com', name: 'Ada', password: PASSWORD };
    expect(await call('register', account)).toMatchObject({ account: { name: 'Ada', roles: ['reader'] } });
    await expect(call('register', account)).rejects.toMatchObject({ code: ALREADY_EXISTS });

    const { tokens } = await call('logIn', { email: account.email, password: PASSWORD });
    expect(tokens).toMatchObject({ expiresIn: 900 });
    // The assertion above shows that there are some.
    const refreshed = await call('refresh', { refreshToken: (tokens as { refreshToken: string }).refreshToken });
    const { refreshToken } = refreshed['tokens'] as { refreshToken: string };
    await call('logOut', { refreshToken });
    await expect(call('refresh', { refreshToken })).rejects.toMatchObject({ code: UNAUTHENTICATED });
  });

  it('are read and changed by their owner alone', async () => {
    const { accessToken } = await service.join('grace');

    await call('changeProfile', { name: 'Grace Hopper' }, accessToken);
    expect(await call('getProfile', {}, accessToken)).toMatchObject({ account: { name: 'Grace Hopper' } });
    await expect(call('getProfile', {})).rejects.toMatchObject({ code: UNAUTHENTICATED });
  });

  it('get roles from an administrator', async () => {
    const admin = await service.join('root', ['admin']);
    const { id, accessToken } = await service.join('bob');

    const change = { id, roles: ['editor'] };
    await expect(call('changeRoles', change, accessToken)).rejects.toMatchObject({ code: PERMISSION_DENIED });
    expect(await call('changeRoles', change, admin.accessToken)).toMatchObject({ account: { roles: ['editor'] } });
  });

  it('are protected from too many log-ins', async () => {
    const wrong = { email: 'carol@example.com', password: 'wrong horse battery' };
    const attempts = Array.from({ length: LIMITS.logInsOfAccount.attempts }, () => call('logIn', wrong));
    await Promise.allSettled(attempts);

    await expect(call('logIn', wrong)).rejects.toMatchObject({ code: RESOURCE_EXHAUSTED });
  });
});
