import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule } from '@platform/common/service';
import type { Tracing } from '@platform/common/tracing';
import { AccountsModule } from './accounts/accounts.module.js';
import type { Configuration } from './configuration.js';
import { DatabaseModule } from './database/database.module.js';

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
        DatabaseModule.for(configuration),
        AccountsModule.for(configuration),
      ],
    };
  }
}
