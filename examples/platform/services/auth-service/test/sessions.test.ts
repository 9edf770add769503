import { TokenVerifier } from '@platform/common/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, startService } from './support/start-service.js';

describe('sessions', () => {
  let service: Awaited<ReturnType<typeof startService>>;

  beforeAll(async () => {
    service = await startService();
  });

  afterAll(() => service.stop());

  const logIn = (email: string, password: string) => service.send('POST', '/v1/sessions', { email, password });
  const refresh = (refreshToken: string) => service.send('POST', '/v1/sessions/refresh', { refreshToken });

  it('begin with the right password', async () => {
    await service.join('ada');

    const response = await logIn('ADA@example.com', PASSWORD);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ expiresIn: 900 });
  });

  it('do not begin with a wrong password, nor say whether there is such an account', async () => {
    await service.join('grace');

    const wrong = await logIn('grace@example.com', 'wrong horse battery');
    const unknown = await logIn('unknown@example.com', PASSWORD);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const [first, second] = [await wrong.json(), await unknown.json()];
    expect(first).toMatchObject({ detail: 'The e-mail address or the password is wrong' });
    expect(second).toMatchObject({ detail: 'The e-mail address or the password is wrong' });
  });

  it('give tokens that other services check with the published keys', async () => {
    const { id, accessToken } = await service.join('bob', ['editor']);
    const response = await service.request('/.well-known/jwks.json');
    const { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience } = service.configuration;

    const verifier = TokenVerifier.withRemoteKeys({ issuer, audience, keysUrl: response.url });

    expect(await verifier.verify(accessToken)).toEqual({ id, roles: ['editor'] });
    expect(JSON.stringify(await response.json())).not.toContain('"d"');
  });

  it('go on with a refresh token, which works once', async () => {
    const { refreshToken } = await service.join('carol');

    const next = await refresh(refreshToken);
    expect(next.status).toBe(200);
    expect(await next.json()).toMatchObject({ refreshToken: expect.not.stringMatching(refreshToken) });
  });

  it('end for everybody when a refresh token is used twice', async () => {
    const { refreshToken } = await service.join('dave');
    const response = await refresh(refreshToken);
    const successor = (await response.json()) as { refreshToken: string };

    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await refresh(successor.refreshToken)).status).toBe(401);
  });

  it('give new tokens to one of two requests that come together', async () => {
    const { refreshToken } = await service.join('erin');

    const statuses = (await Promise.all([refresh(refreshToken), refresh(refreshToken)])).map(({ status }) => status);

    expect(statuses.toSorted()).toEqual([200, 401]);
  });

  it('do not go on with a refresh token that has expired or is unknown', async () => {
    const { id, refreshToken } = await service.join('frank');
    await service.database.refreshToken.updateMany({ where: { accountId: id }, data: { expiresAt: new Date(0) } });

    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await refresh('unknown')).status).toBe(401);
  });

  it('end when their owner logs out', async () => {
    const { refreshToken } = await service.join('heidi');

    expect((await service.send('POST', '/v1/sessions/end', { refreshToken })).status).toBe(204);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await service.send('POST', '/v1/sessions/end', { refreshToken })).status).toBe(204);
  });
});
