import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { MIGRATIONS_DIRECTORY } from '../database/migrateDatabase';
import { ProcessGuard, type ProcessIdentity } from './ProcessGuard';

const databases = TestDatabases.create({
  ids: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING
    ? ['SQLITE_3', 'POSTGRES_16']
    : ['SQLITE_3'],
});
const TIMES = { beatMs: 50, silenceMs: 1_000 };

function process_(
  hostname: string,
  pid: number,
  isAlive = true,
): ProcessIdentity {
  return { hostname, pid, isAlive: () => isAlive };
}

describe.each(databases.eachSupportedId())('ProcessGuard on %s', id => {
  const guards: ProcessGuard[] = [];
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  });
  afterEach(async () => {
    await Promise.all(guards.splice(0).map(guard => guard.release()));
  });

  async function acquire(identity: ProcessIdentity, onLost = () => {}) {
    const guard = await ProcessGuard.acquire({
      knex,
      onLost,
      logger: mockServices.logger.mock(),
      times: TIMES,
      identity,
    });
    guards.push(guard);
    return guard;
  }

  /** Leaves the row of a process that ended without letting go. */
  async function leaveRow(hostname: string, pid: number) {
    await knex('live_process').insert({
      id: 1,
      instance_id: 'predecessor',
      hostname,
      pid,
      beat: 7,
    });
  }

  it('refuses a second live process and says what to do', async () => {
    await acquire(process_('a', 1));
    await expect(acquire(process_('b', 1))).rejects.toThrow(
      /Process 1 on a already serves .* set forge\.embedded to null/,
    );
  });

  it('lets one of two simultaneous processes win', async () => {
    const results = await Promise.allSettled([
      acquire(process_('a', 1)),
      acquire(process_('b', 2)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('starts at once after a process that let go', async () => {
    await (await acquire(process_('a', 1))).release();
    const start = Date.now();
    await acquire(process_('b', 1));
    expect(Date.now() - start).toBeLessThan(TIMES.silenceMs);
  });

  it.each([
    ['a dead process of this machine', 'a', 99, process_('a', 1, false)],
    ['a predecessor with the same process ID', 'a', 1, process_('a', 1)],
  ])('takes over at once from %s', async (_what, host, pid, identity) => {
    await leaveRow(host, pid);
    const start = Date.now();
    await acquire(identity);
    expect(Date.now() - start).toBeLessThan(TIMES.silenceMs);
  });

  it('takes over from another machine after a silence', async () => {
    await leaveRow('gone', 1);
    const start = Date.now();
    await acquire(process_('b', 1));
    expect(Date.now() - start).toBeGreaterThanOrEqual(TIMES.silenceMs - 50);
  });

  it('notices that another process has taken over', async () => {
    const lost = new Promise<void>(resolve => {
      acquire(process_('a', 1), resolve);
    });
    await new Promise(resolve => setTimeout(resolve, 100));
    await knex('live_process').update({ instance_id: 'successor' });
    await expect(lost).resolves.toBeUndefined();
  });
});
