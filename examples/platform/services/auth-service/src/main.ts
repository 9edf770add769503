import { startTracing } from '@platform/common/tracing';
import { InvalidConfigurationError, loadConfiguration } from '@platform/config';
import { configurationSchema } from './configuration.js';

const SERVICE = 'auth-service';

try {
  const configuration = loadConfiguration(configurationSchema);
  const endpoint = configuration.OTEL_EXPORTER_OTLP_ENDPOINT;
  const tracing = endpoint === undefined ? undefined : startTracing({ service: SERVICE, endpoint });
  // Tracing has to come before what it traces.
  const { createApplication } = await import('./application.js');
  const application = await createApplication(configuration, tracing);
  await application.startAllMicroservices();
  await application.listen(configuration.PORT, configuration.HOST);
} catch (error) {
  console.error(error instanceof InvalidConfigurationError ? error.message : error);
  process.exit(1);
}
