import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../src/limits/attempt-limiter.js';
import { PASSWORD, startService } from './support/start-service.js';

describe('limits', () => {
  let service: Awaited<ReturnType<typeof startService>>;

  beforeAll(async () => {
    service = await startService();
  });

  afterAll(() => service.stop());

  const logIn = (email: string, password: string) => service.send('POST', '/v1/sessions', { email, password });
  const logInOften = (email: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => logIn(email, 'wrong horse battery')));

  it('refuse more log-ins to an account than it may have, the right password included', async () => {
    await service.join('ada');
    await logInOften('ada@example.com', LIMITS.logInsOfAccount.attempts);

    const response = await logIn('ada@example.com', PASSWORD);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('begin anew with a log-in that succeeds', async () => {
    await service.join('grace');
    await logInOften('grace@example.com', LIMITS.logInsOfAccount.attempts - 1);
    expect((await logIn('grace@example.com', PASSWORD)).status).toBe(200);

    const [again] = await logInOften('grace@example.com', 1);
    expect(again?.status).toBe(401);
  });

  it('end with their window', async () => {
    await service.join('bob');
    await logInOften('bob@example.com', LIMITS.logInsOfAccount.attempts + 1);
    await service.database.attempt.updateMany({ data: { expiresAt: new Date(0) } });

    expect((await logIn('bob@example.com', PASSWORD)).status).toBe(200);
  });

  it('keep no e-mail address and no network address', async () => {
    await logInOften('carol@example.com', 1);

    const attempts = await service.database.attempt.findMany();
    expect(JSON.stringify(attempts)).not.toMatch(/carol|127\.0\.0\.1/);
  });
});
