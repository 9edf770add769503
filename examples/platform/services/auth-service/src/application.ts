import { serveGrpc } from '@platform/common/grpc';
import { createHttpApplication } from '@platform/common/http';
import type { Tracing } from '@platform/common/tracing';
import api from './api.json' with { type: 'json' };
import { AppModule } from './app.module.js';
import type { Configuration } from './configuration.js';

const PROTO = '../proto/platform/auth_service/v1/accounts.proto';

/** Builds the application as it runs, without listening yet. */
export async function createApplication(configuration: Configuration, tracing?: Tracing) {
  const application = await createHttpApplication(AppModule.for(configuration, tracing), api);
  // Limits are per address: behind proxies, the one that the last of them saw.
  application.set('trust proxy', configuration.TRUSTED_PROXIES);
  serveGrpc(application, {
    host: configuration.HOST,
    port: configuration.GRPC_PORT,
    package: 'platform.auth_service.v1',
    protoPath: new URL(PROTO, import.meta.url).pathname,
  });
  return application;
}
