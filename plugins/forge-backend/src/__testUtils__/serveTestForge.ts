import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import { createGitHandler } from '../git/createGitHandler';
import { GitAuthenticator } from '../git/GitAuthenticator';
import type { GitLimits } from '../git/GitLimits';
import { RequestGuard } from '../git/RequestGuard';
import { createOrders, createTestHost, type TestHost } from './createTestHost';
import { gitClient } from './gitClient';

const LIMITS: GitLimits = {
  processes: 16,
  pushBytes: 64 * 1024 * 1024,
  durationMs: 60_000,
  waitMs: 30_000,
  idleMs: 20_000,
};

/** Passwords, and whose they are: Dana may push, Vera may read, and a stranger neither. */
const USERS: Readonly<Record<string, string>> = {
  'dana-token': 'user:default/dana',
  'vera-token': 'user:default/vera',
  'stranger-token': 'user:default/stranger',
};

/** An embedded host with `acme/orders` behind Git over HTTP, and a directory to clone into. */
export interface ServedForge {
  forge: TestHost;
  port: number;
  /** The bare repository. */
  bare: string;
  work: string;
  url(user?: string): string;
  clone(name: string, user?: string): Promise<string>;
  /** The refs that listeners were told of. */
  pushed(): string[];
  close(): Promise<void>;
}

/** Serves a new host at a free port. */
export async function serveTestForge(
  options: {
    limits?: Partial<GitLimits>;
    isLocalAccessAllowed?: boolean;
  } = {},
): Promise<ServedForge> {
  const forge = await createTestHost();
  await createOrders(forge);
  forge.events.length = 0;
  const work = await mkdtemp(path.join(tmpdir(), 'forge-work-'));
  const app = express();
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  app.use(
    '/forge',
    createGitHandler({
      logger: mockServices.logger.mock(),
      limits: { ...LIMITS, ...options.limits },
      guard: RequestGuard.fromConfig(
        new ConfigReader({ backend: { baseUrl: `http://localhost:${port}` } }),
      ),
      authenticator: GitAuthenticator.create({
        tokens: { authenticate: async password => USERS[password] },
        isLocalAccessAllowed: options.isLocalAccessAllowed ?? true,
      }),
      access: {
        may: async (caller, permission) =>
          caller.type === 'local' ||
          caller.userEntityRef === 'user:default/dana' ||
          (caller.userEntityRef === 'user:default/vera' &&
            permission.name === 'forge.repository.read'),
      },
      host: forge.host,
    }),
    (_request, response) => void response.send('a page'),
  );
  const url = (user?: string) =>
    `http://${user ? `git:${user}@` : ''}localhost:${port}/forge/acme/orders`;
  return {
    forge,
    port,
    work,
    url,
    bare: path.join(forge.directory, 'acme/orders.git'),
    async clone(name, user) {
      await gitClient(['clone', '-q', url(user), name], work);
      return path.join(work, name);
    },
    pushed: () =>
      forge.events.flatMap(event => (event.type === 'push' ? [event.ref] : [])),
    async close() {
      server.closeAllConnections();
      server.close();
      await forge.remove();
      await rm(work, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
