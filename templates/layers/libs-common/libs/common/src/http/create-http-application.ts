import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { RequestMetrics } from '../metrics/index.js';
import { type ApiDescription, describeApi } from '../openapi/index.js';
import { ErrorFilter } from './error.filter.js';
import { validationPipe } from './validation.js';

type RootModule = Parameters<typeof NestFactory.create>[0];

/** Builds the application of a service as it runs, without listening yet. */
export async function createHttpApplication(module: RootModule, api: ApiDescription): Promise<NestExpressApplication> {
  const application = await NestFactory.create<NestExpressApplication>(module, { bufferLogs: true });
  application.useLogger(application.get(Logger));
  application.use(application.get(RequestMetrics).observe);
  application.use(helmet());
  application.useGlobalFilters(new ErrorFilter());
  application.useGlobalPipes(validationPipe());
  SwaggerModule.setup('/', application, describeApi(application, api), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'openapi.json',
  });
  application.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  return application;
}
