import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { loadEmbeddedPostgres } from './load-embedded-postgres.js';

export interface DatabaseServer {
  url: string;
  stop(): Promise<void>;
}

/** Gives a real PostgreSQL: the one that TEST_DATABASE_URL names, or one that is started from its package. */
export async function databaseServer(): Promise<DatabaseServer> {
  const url = process.env['TEST_DATABASE_URL'];
  return url === undefined ? start() : { url, stop: () => Promise.resolve() };
}

async function start(): Promise<DatabaseServer> {
  const directory = await mkdtemp(join(tmpdir(), 'test-database-'));
  // PostgreSQL never runs as root: its files belong to another user, who has to get there.
  await chmod(directory, 0o711);
  const password = randomUUID();
  const port = await freePort();
  const isRoot = userInfo().uid === 0;
  const EmbeddedPostgres = await loadEmbeddedPostgres({ isRoot, directory });
  const postgres = new EmbeddedPostgres({
    user: 'postgres',
    password,
    port,
    databaseDir: join(directory, 'data'),
    createPostgresUser: isRoot,
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories='],
    onLog: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}`,
    stop: async () => {
      await postgres.stop();
      await rm(directory, { recursive: true });
    },
  };
}
