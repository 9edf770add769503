import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Health } from '../health/index.js';
import { MetricsRegistry } from '../metrics/index.js';
import { type RedisAddress, RedisCache } from './redis-cache.js';

/** Makes the cache injectable; the service is ready without it. */
@Module({})
export class CacheModule implements OnApplicationShutdown {
  readonly #cache: RedisCache;

  constructor(cache: RedisCache, health: Health) {
    this.#cache = cache;
    health.dependOn('cache', () => cache.ping(), { isRequired: false });
  }

  static for(address: RedisAddress, { prefix }: { prefix: string }): DynamicModule {
    return {
      module: CacheModule,
      global: true,
      providers: [
        {
          provide: RedisCache,
          inject: [MetricsRegistry],
          useFactory: (registry: MetricsRegistry) => RedisCache.connect(address, { prefix, registry }),
        },
      ],
      exports: [RedisCache],
    };
  }

  onApplicationShutdown(): void {
    this.#cache.close();
  }
}
