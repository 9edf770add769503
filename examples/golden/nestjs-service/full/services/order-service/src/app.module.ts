import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule, TokenVerifier } from '@platform/common/auth';
import { CacheModule } from '@platform/common/cache';
import { PlatformModule } from '@platform/common/service';
import type { Tracing } from '@platform/common/tracing';
import type { Configuration } from './configuration.js';
import { DatabaseModule } from './database/database.module.js';
import { LineItemsModule } from './line-items/line-items.module.js';

@Module({})
export class AppModule {
  static for(configuration: Configuration, tracing?: Tracing): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for({
          logLevel: configuration.LOG_LEVEL,
          drainSeconds: configuration.DRAIN_SECONDS,
          tracing,
        }),
        AuthModule.for(
          TokenVerifier.withRemoteKeys({
            issuer: configuration.TOKEN_ISSUER,
            audience: configuration.TOKEN_AUDIENCE,
            keysUrl: configuration.TOKEN_KEYS_URL,
          }),
        ),
        DatabaseModule.for(configuration),
        CacheModule.for(configuration, { prefix: 'order-service:' }),
        LineItemsModule,
      ],
    };
  }
}
