import { status as Status, type ServiceError } from '@grpc/grpc-js';
import { Controller, Module } from '@nestjs/common';
import { ClientGrpcProxy, GrpcMethod, Payload } from '@nestjs/microservices';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { firstValueFrom, type Observable } from 'rxjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthModule, type Caller, CurrentCaller, TokenVerifier } from '../auth/index.js';
import { NotFoundError } from '../errors/index.js';
import { createHttpApplication } from '../http/index.js';
import { PlatformModule } from '../service/index.js';
import { freePort, TokenIssuer } from '../testing/index.js';
import { grpcClient, outgoingMetadata } from './grpc-client.js';
import { serveGrpc } from './serve-grpc.js';

interface Greeter {
  greet(request: { name: string }, metadata: ReturnType<typeof outgoingMetadata>): Observable<{ text: string }>;
}

@Controller()
class GreeterController {
  @GrpcMethod('GreeterService')
  greet(@Payload() { name }: { name: string }, @CurrentCaller() caller: Caller) {
    if (name === 'nobody') {
      throw new NotFoundError('There is nobody');
    }
    if (name === 'chaos') {
      throw new Error('connect ECONNREFUSED 10.0.0.7');
    }
    return { text: `Hello ${name} from ${caller.id}` };
  }
}

describe('calls over gRPC', () => {
  let issuer: TokenIssuer;
  let application: NestExpressApplication;
  let proxy: ClientGrpcProxy;
  let origin: string;

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
    @Module({
      imports: [
        PlatformModule.for({ logLevel: 'silent', drainSeconds: 0 }),
        AuthModule.for(TokenVerifier.withRemoteKeys(issuer)),
      ],
      controllers: [GreeterController],
    })
    class GreeterModule {}
    application = await createHttpApplication(GreeterModule, { title: 'Greeter', description: '', version: '1.0.0' });
    const contract = {
      package: 'platform.greeter.v1',
      protoPath: new URL('fixtures/greeter.proto', import.meta.url).pathname,
    };
    const port = await freePort();
    serveGrpc(application, { ...contract, host: '127.0.0.1', port });
    await application.startAllMicroservices();
    await application.listen(0, '127.0.0.1');
    origin = await application.getUrl();
    proxy = new ClientGrpcProxy(grpcClient({ ...contract, url: `127.0.0.1:${port}` }).options);
  });

  afterAll(async () => {
    proxy.close();
    await application.close();
    await issuer.stop();
  });

  const greet = async (name: string, token?: string): Promise<string> => {
    const metadata = outgoingMetadata({ requestId: 'order-1', ...(token === undefined ? {} : { token }) });
    const { text } = await firstValueFrom(proxy.getService<Greeter>('GreeterService').greet({ name }, metadata));
    return text;
  };
  const failure = async (call: Promise<unknown>): Promise<ServiceError> =>
    call.then(
      () => expect.unreachable('the call succeeds'),
      // Clients of gRPC reject with nothing else.
      (error: ServiceError) => error,
    );

  it('are answered to a caller with a token', async () => {
    expect(await greet('Ada', await issuer.issue({ subject: 'bob' }))).toBe('Hello Ada from bob');
  });

  it('are refused without one', async () => {
    expect(await failure(greet('Ada'))).toMatchObject({ code: Status.UNAUTHENTICATED });
  });

  it('end with the status of their error', async () => {
    const error = await failure(greet('nobody', await issuer.issue()));

    expect(error).toMatchObject({ code: Status.NOT_FOUND, details: 'There is nobody' });
  });

  it('keep the cause of an unexpected error to themselves', async () => {
    const error = await failure(greet('chaos', await issuer.issue()));

    expect(error).toMatchObject({ code: Status.INTERNAL, details: 'Internal error' });
  });

  it('are measured, the refused ones included', async () => {
    const metrics = await (await fetch(new URL('/metrics', origin))).text();

    expect(metrics).toContain('method="/platform.greeter.v1.GreeterService/Greet",code="OK"');
    expect(metrics).toContain('code="UNAUTHENTICATED"');
  });
});
