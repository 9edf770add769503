import { type DynamicModule, Module } from '@nestjs/common';
import { OrdersModule } from './orders/orders.module.js';
import { ConfigurationModule } from './platform/config/configuration.module.js';
import type { Configuration } from './platform/config/configuration.js';
import { PlatformModule } from './platform/platform.module.js';

@Module({})
export class AppModule {
  static for(configuration: Configuration): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigurationModule.for(configuration), PlatformModule, OrdersModule],
    };
  }
}
