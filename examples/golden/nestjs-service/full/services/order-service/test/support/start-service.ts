import type { AddressInfo } from 'node:net';
import { freePort, TestDatabase, TestRedis, TokenIssuer } from '@platform/common/testing';
import { createApplication } from '../../src/application.js';
import { configurationSchema } from '../../src/configuration.js';
import { sampleVariables } from '../../src/sample-variables.js';

/** Starts the service as it runs, with real instances of what it needs. */
export async function startService(variables: Record<string, string> = {}) {
  const database = await TestDatabase.start({ migrations: 'prisma/migrations' });
  const redis = TestRedis.isInstalled ? await TestRedis.start() : undefined;
  const issuer = await TokenIssuer.start();
  const configuration = configurationSchema.parse({
    ...sampleVariables,
    GRPC_PORT: String(await freePort()),
    ...database.variables,
    ...redis?.variables,
    TOKEN_ISSUER: issuer.issuer,
    TOKEN_KEYS_URL: issuer.keysUrl,
    ...variables,
  });
  const application = await createApplication(configuration);
  await application.startAllMicroservices();
  await application.listen(configuration.PORT, configuration.HOST);
  const { port } = application.getHttpServer().address() as AddressInfo;
  const authorization = `Bearer ${await issuer.issue({ roles: ['editor'] })}`;
  return {
    configuration,
    redis,
    issuer,
    authorization,
    /** Sends a request of an editor to the service. */
    request: (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization, ...init.headers } }),
    stop: async () => {
      await application.close();
      await issuer.stop();
      await redis?.stop();
      await database.stop();
    },
  };
}
