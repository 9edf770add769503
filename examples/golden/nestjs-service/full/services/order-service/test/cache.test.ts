import { freePort, TestRedis } from '@platform/common/testing';
import { describe, expect, it, vi } from 'vitest';
import { startService } from './support/start-service.js';

const PATH = '/v1/line-items';

type Service = Awaited<ReturnType<typeof startService>>;

const create = async ({ request }: Service): Promise<string> => {
  const response = await request(PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"First"}',
  });
  const { id } = (await response.json()) as { id: string };
  return `${PATH}/${id}`;
};
const metrics = async ({ request }: Service) => (await request('/metrics')).text();
const cacheState = async ({ request }: Service) => (await request('/health/ready')).json();

describe('the cache', () => {
  describe.skipIf(!TestRedis.isInstalled)('with Redis (skipped where no redis-server is installed)', () => {
    it('answers what was read before', async () => {
      const service = await startService();
      await vi.waitFor(async () => expect(await cacheState(service)).toMatchObject({ dependencies: { cache: 'up' } }));

      const path = await create(service);
      await service.request(path);
      await service.request(path);
      expect(await metrics(service)).toContain('cache_reads_total{result="hit"} 1');

      await service.request(path, { method: 'DELETE' });
      expect((await service.request(path)).status).toBe(404);
      await service.stop();
    });
  });

  it('is not needed: without Redis the service is ready and answers', async () => {
    const service = await startService({ REDIS_PORT: String(await freePort()) });

    const path = await create(service);
    expect((await service.request(path)).status).toBe(200);
    expect((await service.request(path, { method: 'DELETE' })).status).toBe(204);
    expect(await cacheState(service)).toMatchObject({ status: 'ok', dependencies: { cache: 'down' } });
    await service.stop();
  });
});
