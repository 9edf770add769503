import type { Knex } from 'knex';
import { createDatabases } from '../__testUtils__/createDatabases';
import { MIGRATIONS_DIRECTORY } from './migrateReservations';
import { NameReservations } from './NameReservations';

const databases = createDatabases();

describe.each(databases.eachSupportedId())('NameReservations on %s', id => {
  let knex: Knex;
  let ended: Set<string>;
  let reservations: NameReservations;

  beforeEach(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
    ended = new Set();
    reservations = NameReservations.create({
      knex,
      isOver: async taskId => ended.has(taskId),
    });
  });

  it('gives a name to one of many who want it at once', async () => {
    const results = await Promise.allSettled(
      ['one', 'two', 'three', 'four'].map(task =>
        reservations.take(['api:default/a', 'component:default/a'], task),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
  });

  it('knows the task that has taken its names before', async () => {
    expect(await reservations.take(['a', 'b'], 'one')).toEqual({
      isResumed: false,
    });
    expect(await reservations.take(['b', 'a'], 'one')).toEqual({
      isResumed: true,
    });
  });

  it('says who has the name, and takes none of the others', async () => {
    await reservations.take(['b'], 'one');
    await expect(reservations.take(['a', 'b', 'c'], 'two')).rejects.toThrow(
      /^b is being created by another task/,
    );
    await expect(reservations.take(['a', 'c'], 'three')).resolves.toEqual({
      isResumed: false,
    });
  });

  it('gives the name of a task that has ended to the next', async () => {
    await reservations.take(['a'], 'one');
    ended.add('one');
    await reservations.take(['a'], 'two');
    await expect(reservations.take(['a'], 'three')).rejects.toThrow();
  });

  it('can be migrated down', async () => {
    await knex.migrate.down({ directory: MIGRATIONS_DIRECTORY });
    expect(await knex.schema.hasTable('groundwork_reservations')).toBe(false);
  });
});
