import { Logger } from '@nestjs/common';
import { beforeAll, describe, expect, it } from 'vitest';
import { Health } from './health.js';

describe('health', () => {
  beforeAll(() => Logger.overrideLogger(false));

  const running = () => {
    const health = new Health(0);
    health.onApplicationBootstrap();
    return health;
  };

  it('begins when the service has started and ends when it stops', async () => {
    const health = new Health(0);
    expect(await health.report()).toMatchObject({ status: 'starting' });

    health.onApplicationBootstrap();
    expect(await health.report()).toMatchObject({ status: 'ok' });

    await health.beforeApplicationShutdown();
    expect(await health.report()).toMatchObject({ status: 'stopping' });
  });

  it('fails with what the service cannot do without', async () => {
    const health = running();
    health.dependOn('database', () => Promise.reject(new Error('connection refused')));

    expect(await health.report()).toEqual({ status: 'failing', dependencies: { database: 'down' } });
  });

  it('only reports what the service can do without', async () => {
    const health = running();
    health.dependOn('database', () => Promise.resolve());
    health.dependOn('cache', () => Promise.reject(new Error('connection refused')), { isRequired: false });

    expect(await health.report()).toEqual({ status: 'ok', dependencies: { database: 'up', cache: 'down' } });
  });

  it('counts what does not answer in time as down', async () => {
    const health = running();
    health.dependOn('database', () => new Promise(() => {}));

    expect(await health.report()).toMatchObject({ dependencies: { database: 'down' } });
  });
});
