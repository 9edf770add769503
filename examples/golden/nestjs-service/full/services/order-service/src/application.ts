import { serveGrpc } from '@platform/common/grpc';
import { createHttpApplication } from '@platform/common/http';
import type { Tracing } from '@platform/common/tracing';
import api from './api.json' with { type: 'json' };
import { AppModule } from './app.module.js';
import type { Configuration } from './configuration.js';

const PROTO = '../proto/platform/order_service/v1/line_items.proto';

/** Builds the application as it runs, without listening yet. */
export async function createApplication(configuration: Configuration, tracing?: Tracing) {
  const application = await createHttpApplication(AppModule.for(configuration, tracing), api);
  application.enableCors({ origin: configuration.CORS_ORIGINS, exposedHeaders: ['x-request-id'] });
  serveGrpc(application, {
    host: configuration.HOST,
    port: configuration.GRPC_PORT,
    package: 'platform.order_service.v1',
    protoPath: new URL(PROTO, import.meta.url).pathname,
  });
  return application;
}
