import { createServer, type Server } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { MetricsRegistry } from '../metrics/index.js';
import { freePort, TestRedis } from '../testing/index.js';
import { RedisCache } from './redis-cache.js';

describe('the cache', () => {
  let registry: MetricsRegistry;
  let cache: RedisCache;

  beforeAll(() => Logger.overrideLogger(false));

  beforeEach(() => {
    registry = new MetricsRegistry();
  });

  afterEach(() => cache.close());

  const connect = (port: number) => {
    const address = { REDIS_HOST: '127.0.0.1', REDIS_PORT: port, REDIS_TLS: false };
    cache = RedisCache.connect(address, { prefix: 'test:', registry });
  };
  const read = (load: () => Promise<string>, schema: z.ZodType<string> = z.string()) =>
    cache.read({ key: 'greeting', schema, seconds: 60, load });
  const count = async (result: string) => {
    const { values } = await registry.getSingleMetric('cache_reads_total')!.get();
    return values.find(({ labels }) => labels.result === result)?.value ?? 0;
  };

  describe.skipIf(!TestRedis.isInstalled)('with Redis (skipped where no redis-server is installed)', () => {
    let redis: TestRedis;

    beforeEach(async () => {
      redis = await TestRedis.start();
      connect(redis.address.REDIS_PORT);
      await vi.waitFor(() => cache.ping());
    });

    afterEach(() => redis.stop());

    it('loads a value once, until it is forgotten', async () => {
      expect(await read(async () => 'hello')).toBe('hello');
      expect(await read(async () => 'changed')).toBe('hello');
      await cache.forget('greeting');
      expect(await read(async () => 'changed')).toBe('changed');

      expect(await count('hit')).toBe(1);
      expect(await count('miss')).toBe(2);
    });

    it('loads a value anew that does not fit any more', async () => {
      await read(async () => 'hello');

      expect(await read(async () => 'HELLO', z.string().uppercase())).toBe('HELLO');
    });

    it('goes on when Redis dies, and is used again when it comes back', async () => {
      await redis.stop();
      expect(await read(async () => 'loaded')).toBe('loaded');
      await expect(cache.ping()).rejects.toThrow(/closed|offline/i);

      await redis.resume();
      await vi.waitFor(() => cache.ping(), { timeout: 5000 });
      await read(async () => 'kept');
      expect(await read(async () => 'changed')).toBe('kept');
    });
  });

  it('goes on when there never was a Redis', async () => {
    connect(await freePort());

    expect(await read(async () => 'loaded')).toBe('loaded');
    await cache.forget('greeting');
    expect(await count('error')).toBe(1);
  });

  it('does not wait for a Redis that is silent', async () => {
    const silent: Server = createServer();
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve));
    connect((silent.address() as { port: number }).port);
    await setTimeout(100);

    const start = performance.now();
    expect(await read(async () => 'loaded')).toBe('loaded');
    expect(performance.now() - start).toBeLessThan(1000);
    silent.close();
  });
});
