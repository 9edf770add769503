import { databaseServer } from '@platform/common/testing';

/** Starts one PostgreSQL for all test files; each has a database of its own on it. */
export default async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await databaseServer();
  process.env['TEST_DATABASE_URL'] = url;
  return stop;
}
