import { ClientGrpcProxy } from '@nestjs/microservices';
import { grpcClient, outgoingMetadata } from '@platform/common/grpc';
import { firstValueFrom, type Observable } from 'rxjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService } from './support/start-service.js';

/** Codes of the statuses that the tests expect. */
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

type Call = (request: object, metadata: ReturnType<typeof outgoingMetadata>) => Observable<Record<string, unknown>>;

describe('the service over gRPC', () => {
  let service: Awaited<ReturnType<typeof startService>>;
  let proxy: ClientGrpcProxy;

  beforeAll(async () => {
    service = await startService();
    const options = grpcClient({
      url: `127.0.0.1:${service.configuration.GRPC_PORT}`,
      package: 'platform.order_service.v1',
      protoPath: 'proto/platform/order_service/v1/line_items.proto',
    });
    proxy = new ClientGrpcProxy(options.options);
  });

  afterAll(async () => {
    proxy.close();
    await service.stop();
  });

  const call = async (method: string, request: object, roles: string[] | undefined = ['editor']) => {
    const token = roles.length > 0 ? await service.issuer.issue({ roles }) : undefined;
    const metadata = outgoingMetadata({ requestId: 'order-1', ...(token === undefined ? {} : { token }) });
    const client = proxy.getService<Record<string, Call>>('LineItemsService');
    return firstValueFrom(client[method]!(request, metadata));
  };
  const create = (request: object) => call('createLineItem', request);
  const list = (request: object) => call('listLineItems', request);
  const get = (request: object, roles?: string[]) => call('getLineItem', request, roles);
  const remove = (request: object, roles?: string[]) => call('deleteLineItem', request, roles);

  it('creates, reads, lists and deletes', async () => {
    const { created } = await create({ name: 'First' });
    expect(created).toMatchObject({ name: 'First', createdAt: { seconds: expect.any(Number) } });
    // The assertion above shows that there is one.
    const { id } = created as { id: string };

    expect(await get({ id })).toEqual({ found: created });
    expect(await list({ limit: 100 })).toMatchObject({ items: expect.arrayContaining([created]) });
    await remove({ id });
    await expect(get({ id })).rejects.toMatchObject({ code: NOT_FOUND });
  });

  it('says what is wrong with a request', async () => {
    const failure = { code: INVALID_ARGUMENT, details: expect.stringContaining('name') };

    await expect(create({ name: '' })).rejects.toMatchObject(failure);
    await expect(list({ limit: 1000 })).rejects.toMatchObject({ code: INVALID_ARGUMENT });
  });

  it('needs a token, and a role to change something', async () => {
    const id = '0190a6f2-7c1b-7cc3-98c4-dc0c0c07398f';

    await expect(get({ id }, [])).rejects.toMatchObject({ code: UNAUTHENTICATED });
    await expect(remove({ id }, ['reader'])).rejects.toMatchObject({ code: PERMISSION_DENIED });
  });
});
