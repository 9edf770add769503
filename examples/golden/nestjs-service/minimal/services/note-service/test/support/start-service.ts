import type { AddressInfo } from 'node:net';
import { createApplication } from '../../src/application.js';
import { configurationSchema } from '../../src/configuration.js';
import { sampleVariables } from '../../src/sample-variables.js';

/** Starts the service as it runs, with real instances of what it needs. */
export async function startService(variables: Record<string, string> = {}) {
  const configuration = configurationSchema.parse({
    ...sampleVariables,
    ...variables,
  });
  const application = await createApplication(configuration);
  await application.listen(configuration.PORT, configuration.HOST);
  const { port } = application.getHttpServer().address() as AddressInfo;
  return {
    configuration,
    /** Sends a request to the service. */
    request: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
    stop: async () => {
      await application.close();
    },
  };
}
