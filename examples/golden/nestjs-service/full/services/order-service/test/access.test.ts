import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService } from './support/start-service.js';

const PATH = '/v1/line-items';

describe('access', () => {
  let service: Awaited<ReturnType<typeof startService>>;

  beforeAll(async () => {
    service = await startService();
  });

  afterAll(() => service.stop());

  const status = async (method: string, authorization: string) => {
    const path = method === 'GET' ? PATH : `${PATH}/0190a6f2-7c1b-7cc3-98c4-dc0c0c07398f`;
    return (await service.request(path, { method, headers: { authorization } })).status;
  };

  it('needs a token of the issuer', async () => {
    expect(await status('GET', '')).toBe(401);
    expect(await status('GET', 'Bearer nonsense')).toBe(401);
  });

  it('to read needs no role', async () => {
    expect(await status('GET', `Bearer ${await service.issuer.issue()}`)).toBe(200);
  });

  it('to change something needs the role of an editor', async () => {
    expect(await status('DELETE', `Bearer ${await service.issuer.issue({ roles: ['reader'] })}`)).toBe(403);
    expect(await status('DELETE', `Bearer ${await service.issuer.issue({ roles: ['editor'] })}`)).toBe(404);
  });

  it('to health and metrics is open to probes and scrapes', async () => {
    const visit = (path: string) => service.request(path, { headers: { authorization: '' } });

    const responses = await Promise.all(['/health/live', '/health/ready', '/metrics'].map(path => visit(path)));

    expect(responses.map(response => response.status)).toEqual([200, 200, 200]);
  });
});
