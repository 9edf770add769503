import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, startService } from './support/start-service.js';

describe('accounts', () => {
  let service: Awaited<ReturnType<typeof startService>>;

  beforeAll(async () => {
    service = await startService();
  });

  afterAll(() => service.stop());

  const register = (changes: object) =>
    service.send('POST', '/v1/accounts', { email: 'ada@example.com', name: 'Ada', password: PASSWORD, ...changes });

  it('are registered once per e-mail address', async () => {
    const response = await register({ email: ' Ada@Example.com ' });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ email: 'ada@example.com', name: 'Ada', roles: ['reader'] });

    expect((await register({})).status).toBe(409);
  });

  it('keep only a slow hash of the password', async () => {
    await register({ email: 'hash@example.com' });

    const { passwordHash } = await service.database.account.findUniqueOrThrow({ where: { email: 'hash@example.com' } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([
    ['email', { email: 'nobody' }],
    ['password', { password: 'too short' }],
    ['name', { name: ' ' }],
    ['', { roles: ['admin'] }],
  ])('are refused for a bad "%s"', async (path, change) => {
    const response = await register({ email: 'other@example.com', ...change });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [expect.objectContaining({ path })] });
  });

  it('are read and changed by their owner', async () => {
    const { accessToken } = await service.join('grace');

    const changed = await service.send('PATCH', '/v1/accounts/me', { name: 'Grace Hopper' }, accessToken);
    expect(changed.status).toBe(200);
    const profile = await service.send('GET', '/v1/accounts/me', undefined, accessToken);
    expect(await profile.json()).toMatchObject({ email: 'grace@example.com', name: 'Grace Hopper' });
  });

  it('cannot give roles to themselves', async () => {
    const { id, accessToken } = await service.join('mallory');

    const response = await service.send('PUT', `/v1/accounts/${id}/roles`, { roles: ['admin'] }, accessToken);
    expect(response.status).toBe(403);
    expect((await service.send('GET', `/v1/accounts/${id}`, undefined, accessToken)).status).toBe(403);
  });

  it('get roles from an administrator, which their next token says', async () => {
    const admin = await service.join('root', ['admin']);
    const { id, email } = await service.join('bob');

    const response = await service.send('PUT', `/v1/accounts/${id}/roles`, { roles: ['editor'] }, admin.accessToken);
    expect(await response.json()).toMatchObject({ roles: ['editor'] });
    const { accessToken } = await service.logIn(email);
    expect(JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      sub: id,
      roles: ['editor'],
    });
  });

  it('that do not exist are not found', async () => {
    const admin = await service.join('administrator', ['admin']);
    const path = '/v1/accounts/0190a6f2-7c1b-7cc3-98c4-dc0c0c07398f';

    expect((await service.send('GET', path, undefined, admin.accessToken)).status).toBe(404);
    expect((await service.send('PUT', `${path}/roles`, { roles: ['editor'] }, admin.accessToken)).status).toBe(404);
  });

  it('are not handed out without a token', async () => {
    expect((await service.request('/v1/accounts/me')).status).toBe(401);
  });
});
