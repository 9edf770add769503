import type { AddressInfo } from 'node:net';
import { freePort, TestDatabase } from '@platform/common/testing';
import { createApplication } from '../../src/application.js';
import { configurationSchema } from '../../src/configuration.js';
import { Database } from '../../src/database/database.js';
import { sampleVariables } from '../../src/sample-variables.js';

interface Session {
  accessToken: string;
  refreshToken: string;
}

/** A password that is long enough. */
export const PASSWORD = 'correct horse battery';

/** Starts the service as it runs, with a real database. */
export async function startService(variables: Record<string, string> = {}) {
  const testDatabase = await TestDatabase.start({ migrations: 'prisma/migrations' });
  const configuration = configurationSchema.parse({
    ...sampleVariables,
    ...testDatabase.variables,
    GRPC_PORT: String(await freePort()),
    ...variables,
  });
  const application = await createApplication(configuration);
  await application.startAllMicroservices();
  await application.listen(configuration.PORT, configuration.HOST);
  const { port } = application.getHttpServer().address() as AddressInfo;
  const database = application.get(Database);

  const request = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  const send = (method: string, path: string, body?: object, token?: string) =>
    request(path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const logIn = async (email: string): Promise<Session> => {
    const response = await send('POST', '/v1/sessions', { email, password: PASSWORD });
    // A failed log-in fails the test at its next request.
    return (await response.json()) as Session;
  };

  return {
    configuration,
    database,
    request,
    send,
    logIn,
    /** Registers somebody, with roles, and logs them in. */
    join: async (name: string, roles: string[] = ['reader']) => {
      const email = `${name}@example.com`;
      const response = await send('POST', '/v1/accounts', { email, name, password: PASSWORD });
      const { id } = (await response.json()) as { id: string };
      await database.account.update({ where: { id }, data: { roles } });
      return { id, email, ...(await logIn(email)) };
    },
    stop: async () => {
      await application.close();
      await testDatabase.stop();
    },
  };
}
