import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';

const POSTGRES: Array<[version: number, id: TestDatabaseId]> = [
  [15, 'POSTGRES_15'],
  [16, 'POSTGRES_16'],
  [17, 'POSTGRES_17'],
  [18, 'POSTGRES_18'],
];

/** SQLite, and the PostgreSQL that the environment names; never one in a container. */
export function createDatabases(): TestDatabases {
  const found = POSTGRES.filter(
    ([version]) =>
      process.env[
        `BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`
      ],
  );
  return TestDatabases.create({
    ids: ['SQLITE_3', ...found.map(([, id]) => id)],
  });
}
