import {
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { Client } from 'pg';

/** A database in another region answers within a second; a dropped packet never does. */
const TIMEOUT_MS = 10_000;

/** Fails with the place and the reason, but without the password, when a portal cannot use its database. */
export async function assertPostgresAnswers(
  connectionString: string,
): Promise<void> {
  if (!URL.canParse(connectionString)) {
    throw new InputError(
      'PORTAL_DATABASE_URL is no address; write it as postgresql://user:password@host:5432/portal, with special characters percent-encoded',
    );
  }
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: TIMEOUT_MS,
  });
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(connectionString);
    throw new ServiceUnavailableError(
      `The database at ${host}${pathname} refuses the portal: ${readReason(
        error,
      )}. Check PORTAL_DATABASE_URL, and that the database is up`,
    );
  } finally {
    // A connection that was never made has nothing to end.
    await client.end().catch(() => undefined);
  }
}

/** A name with several addresses fails with one error for each, and no message of its own. */
function readReason(error: unknown): string {
  if (error instanceof AggregateError) {
    return error.errors.map(readReason).join(', ');
  }
  return isError(error) ? error.message : String(error);
}
