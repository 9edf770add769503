import { createHash, randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Client, type ClientConfig } from 'pg';

/** Two replicas that start at once must not apply the same migration: the second waits for the first. */
const LOCK = 0x6d696772;

/** The table in which Prisma keeps what was applied, so that its own commands know the same state. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Brings a database up to date with a directory of Prisma migrations, and says which were new to it. */
export async function applyMigrations(connection: ClientConfig, directory: string): Promise<string[]> {
  const client = new Client({ ...connection, statement_timeout: 0, idle_in_transaction_session_timeout: 0 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(TABLE);
    const applied = await readApplied(client);
    const pending = readMigrations(directory).filter(migration => isPending(migration, applied));
    for (const migration of pending) {
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Reads the migrations in the order of their names, which begin with the time at which they were made. */
function readMigrations(directory: string): Migration[] {
  return globSync(join(directory, '*/migration.sql'))
    .toSorted()
    .map(file => {
      const sql = readFileSync(file, 'utf8');
      return { name: basename(dirname(file)), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function readApplied(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function isPending({ name, checksum }: Migration, applied: ReadonlyMap<string, string>): boolean {
  const known = applied.get(name);
  if (known !== undefined && known !== checksum) {
    throw new Error(`The migration ${name} was changed after it was applied: undo the change and add a new migration`);
  }
  return known === undefined;
}

/** A migration takes effect as a whole or not at all. */
async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    throw new Error(`The migration ${name} failed and changed nothing`, { cause: error });
  }
}
