import { createHttpApplication } from '@platform/common/http';
import type { Tracing } from '@platform/common/tracing';
import api from './api.json' with { type: 'json' };
import { AppModule } from './app.module.js';
import type { Configuration } from './configuration.js';

/** Builds the application as it runs, without listening yet. */
export async function createApplication(configuration: Configuration, tracing?: Tracing) {
  const application = await createHttpApplication(AppModule.for(configuration, tracing), api);
  return application;
}
