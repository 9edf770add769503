import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Registry } from 'prom-client';
import { RequestMetrics } from './request-metrics.js';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  readonly #metrics: RequestMetrics;

  constructor(metrics: RequestMetrics) {
    this.#metrics = metrics;
  }

  @Get()
  @Header('content-type', Registry.PROMETHEUS_CONTENT_TYPE)
  scrape(): Promise<string> {
    return this.#metrics.registry.metrics();
  }
}
