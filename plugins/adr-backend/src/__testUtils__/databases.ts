import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { MIGRATIONS_DIRECTORY } from '../database/migrateDatabase';

/** SQLite, and PostgreSQL where the test run brings one. */
export const databases = TestDatabases.create({
  ids: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING
    ? ['SQLITE_3', 'POSTGRES_16']
    : ['SQLITE_3'],
});

/** A database of its own with the tables of the log. */
export async function createDatabase(
  id: Parameters<typeof databases.init>[0],
): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  return knex;
}
