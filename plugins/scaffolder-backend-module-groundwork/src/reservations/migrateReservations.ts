import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Where the migrations of the module are. */
export const MIGRATIONS_DIRECTORY = resolvePackagePath(
  '@groundwork/plugin-scaffolder-backend-module-groundwork',
  'migrations',
);

/** The database of the scaffolder also keeps the record of the scaffolder's own migrations, under the usual name. */
export const MIGRATIONS_TABLE = 'groundwork_knex_migrations';

/** Opens the database of the scaffolder and brings the module's own table up to date. */
export async function migrateReservations(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: MIGRATIONS_DIRECTORY,
      tableName: MIGRATIONS_TABLE,
    });
  }
  return knex;
}
