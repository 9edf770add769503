import { type DynamicModule, Module } from '@nestjs/common';
import { Health, HealthController } from '../health/index.js';
import { LoggingModule } from '../logging/index.js';
import { MetricsController, MetricsRegistry, RequestMetrics } from '../metrics/index.js';
import { Tracing } from '../tracing/tracing.js';

export interface PlatformOptions {
  logLevel: string;
  drainSeconds: number;
  tracing?: Tracing | undefined;
}

/** What every service has, whatever it is for: logs, metrics and health. */
@Module({})
export class PlatformModule {
  static for({ logLevel, drainSeconds, tracing }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [LoggingModule.for(logLevel)],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Health, useFactory: () => new Health(drainSeconds) },
        MetricsRegistry,
        RequestMetrics,
        ...(tracing ? [{ provide: Tracing, useValue: tracing }] : []),
      ],
      exports: [Health, MetricsRegistry],
    };
  }
}
