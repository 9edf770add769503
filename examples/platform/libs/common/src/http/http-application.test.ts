import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AuthModule, type Caller, CurrentCaller, Public, RequireRole, TokenVerifier } from '../auth/index.js';
import { TooManyRequestsError } from '../errors/index.js';
import { PlatformModule } from '../service/index.js';
import { TokenIssuer } from '../testing/index.js';
import { createHttpApplication } from './create-http-application.js';

const Greeting = z.strictObject({ name: z.string().min(1) });

@Controller('greetings')
class GreetingController {
  @Public()
  @Post()
  greet(@Body({ schema: Greeting }) { name }: z.infer<typeof Greeting>) {
    return { text: `Hello ${name}` };
  }

  @Get('mine')
  mine(@CurrentCaller() caller: Caller) {
    return caller;
  }

  @RequireRole('editor')
  @Get('drafts')
  drafts() {
    return [];
  }

  @Public()
  @Get('broken')
  broken() {
    throw new Error('connect ECONNREFUSED 10.0.0.7');
  }

  @Public()
  @Get('busy')
  busy() {
    throw new TooManyRequestsError('Try again later', 30);
  }
}

describe('an application over HTTP', () => {
  let issuer: TokenIssuer;
  let application: NestExpressApplication;
  let origin: string;

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
    @Module({
      imports: [
        PlatformModule.for({ logLevel: 'silent', drainSeconds: 0 }),
        AuthModule.for(TokenVerifier.withRemoteKeys(issuer)),
      ],
      controllers: [GreetingController],
    })
    class GreetingModule {}
    application = await createHttpApplication(GreetingModule, {
      title: 'Greetings',
      description: '',
      version: '1.0.0',
    });
    await application.listen(0, '127.0.0.1');
    origin = await application.getUrl();
  });

  afterAll(async () => {
    await application.close();
    await issuer.stop();
  });

  const get = (path: string, init?: RequestInit) => fetch(new URL(path, origin), init);
  const post = (body: string) =>
    get('/greetings', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const as = async (...roles: string[]) => ({
    headers: { authorization: `Bearer ${await issuer.issue({ subject: 'ada', roles })}` },
  });

  it('answers a request that fits its schema', async () => {
    const response = await post('{"name":"Ada"}');

    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ text: 'Hello Ada' });
  });

  it.each([
    ['what does not fit its schema', '{"name":"","colour":"red"}', 400],
    ['what is no JSON', '{', 400],
    ['what is too large', JSON.stringify({ name: 'a'.repeat(200_000) }), 413],
  ])('refuses %s', async (_, body, status) => {
    const response = await post(body);

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status });
  });

  it('asks for an access token unless a handler is public', async () => {
    const response = await get('/greetings/mine');

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect((await get('/health/live')).status).toBe(200);
  });

  it('tells a handler who calls it', async () => {
    const response = await get('/greetings/mine', await as('reader'));

    expect(await response.json()).toEqual({ id: 'ada', roles: ['reader'] });
  });

  it('asks for the role of a handler', async () => {
    expect((await get('/greetings/drafts', await as('reader'))).status).toBe(403);
    expect((await get('/greetings/drafts', await as('editor'))).status).toBe(200);
  });

  it('keeps the cause of an unexpected error to itself', async () => {
    const response = await get('/greetings/broken');

    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('10.0.0.7');
  });

  it('says when to try again', async () => {
    expect((await get('/greetings/busy')).headers.get('retry-after')).toBe('30');
  });

  it('returns the id of a request, and makes one instead of a malformed one', async () => {
    const given = await get('/health/live', { headers: { 'x-request-id': 'order-1' } });
    const forged = await get('/health/live', { headers: { 'x-request-id': 'a b' } });

    expect(given.headers.get('x-request-id')).toBe('order-1');
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is ready, and counts requests by route', async () => {
    expect((await get('/health/ready')).status).toBe(200);
    await get('/nowhere');

    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('route="unmatched",status="404"');
    expect(metrics).toContain('route="/health/ready",status="200"');
  });

  it('publishes its contract without the operational endpoints', async () => {
    const contract = await (await get('/openapi.json')).json();

    expect(contract).toMatchObject({ openapi: '3.1.0', paths: { '/greetings': {} } });
    expect(JSON.stringify(contract)).not.toContain('/metrics');
  });
});
