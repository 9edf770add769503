import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Where the migrations of the plugin are. */
export const MIGRATIONS_DIRECTORY = resolvePackagePath(
  '@groundwork/plugin-docs-report-backend',
  'migrations',
);

/** Opens the plugin's database and brings it up to date. */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  }
  return knex;
}
