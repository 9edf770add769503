import { Module } from '@nestjs/common';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { LoggingModule } from './logging/logging.module.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { RequestMetrics } from './metrics/request-metrics.js';

/** What every service has, whatever it is for. */
@Module({
  imports: [LoggingModule],
  controllers: [HealthController, MetricsController],
  providers: [Readiness, RequestMetrics],
})
export class PlatformModule {}
