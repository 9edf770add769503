import { createApplication } from './application.js';
import { InvalidConfigurationError, loadConfiguration } from './platform/config/load-configuration.js';

try {
  const configuration = loadConfiguration({
    variables: process.env,
    environmentFile: process.env.ENVIRONMENT_FILE ?? '.env',
    secretsDirectory: process.env.SECRETS_DIRECTORY ?? '/run/secrets',
  });
  const application = await createApplication(configuration);
  await application.listen(configuration.port, configuration.host);
} catch (error) {
  console.error(error instanceof InvalidConfigurationError ? error.message : error);
  process.exit(1);
}
