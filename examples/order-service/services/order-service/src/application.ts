import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import api from './api.json' with { type: 'json' };
import { AppModule } from './app.module.js';
import type { Configuration } from './platform/config/configuration.js';
import { ProblemDetailsFilter } from './platform/http/problem-details.filter.js';
import { InvalidRequestException } from './platform/http/problem-details.js';
import { RequestMetrics } from './platform/metrics/request-metrics.js';
import { describeApi } from './platform/openapi/document.js';

/** Builds the application as it runs, without listening yet. */
export async function createApplication(configuration: Configuration): Promise<NestExpressApplication> {
  const application = await NestFactory.create<NestExpressApplication>(AppModule.for(configuration), {
    bufferLogs: true,
  });
  application.useLogger(application.get(Logger));
  application.use(application.get(RequestMetrics).observe);
  application.use(helmet());
  application.useGlobalFilters(new ProblemDetailsFilter());
  application.useGlobalPipes(
    new StandardSchemaValidationPipe({ exceptionFactory: issues => new InvalidRequestException(issues) }),
  );
  SwaggerModule.setup('/', application, describeApi(application, api), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'openapi.json',
  });
  application.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  return application;
}
