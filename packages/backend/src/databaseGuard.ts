import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { assertPostgresAnswers } from './database/assertPostgresAnswers';

const CONNECTION = 'backend.database.connection';

/**
 * Stops a PostgreSQL portal that was not told where its database is, before it tries localhost, or
 * that cannot get in, before every plugin reports it in its own way.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async loader({ config }) {
    if (!usesPostgres(config)) {
      return [];
    }
    if (!isAddressed(config)) {
      throw new Error(
        `${CONNECTION} names no database: set PORTAL_DATABASE_URL, as in postgresql://user:password@host:5432/portal`,
      );
    }
    const connectionString = readConnectionString(config);
    if (connectionString) {
      await assertPostgresAnswers(connectionString);
    }
    return [];
  },
});

function usesPostgres(config: Config): boolean {
  return config.getOptionalString('backend.database.client') === 'pg';
}

function isAddressed(config: Config): boolean {
  return (
    typeof config.getOptional(CONNECTION) === 'string' ||
    ['connectionString', 'host', 'instance'].some(key =>
      config.has(`${CONNECTION}.${key}`),
    )
  );
}

/** Other forms name a host or a cloud instance in parts; those are left to the plugins. */
function readConnectionString(config: Config): string | undefined {
  const connection = config.getOptional(CONNECTION);
  return typeof connection === 'string'
    ? connection
    : config.getOptionalString(`${CONNECTION}.connectionString`);
}
