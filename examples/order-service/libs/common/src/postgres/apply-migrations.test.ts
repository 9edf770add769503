import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestDatabase } from '../testing/index.js';
import { applyMigrations } from './apply-migrations.js';

describe('migrations', () => {
  let database: TestDatabase;
  let directory: string;
  let client: Client;

  beforeAll(async () => {
    database = await TestDatabase.start();
    client = new Client(database.clientOptions);
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.stop();
  });

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'migrations-'));
    add('1_orders', 'CREATE TABLE orders (id INT);');
  });

  afterEach(async () => {
    rmSync(directory, { recursive: true });
    await client.query('DROP TABLE IF EXISTS orders, _prisma_migrations');
  });

  const add = (name: string, sql: string) => {
    mkdirSync(join(directory, name), { recursive: true });
    writeFileSync(join(directory, name, 'migration.sql'), sql);
  };
  const migrate = () => applyMigrations(database.clientOptions, directory);

  it('are applied once, in the order of their names', async () => {
    add('2_total', 'ALTER TABLE orders ADD total INT;');

    expect(await migrate()).toEqual(['1_orders', '2_total']);
    expect(await migrate()).toEqual([]);
  });

  it('are applied once by two replicas that start together', async () => {
    const applied = await Promise.all([migrate(), migrate()]);

    expect(applied.flat()).toEqual(['1_orders']);
  });

  it('change nothing when they fail, and can be corrected', async () => {
    add('2_total', 'ALTER TABLE orders ADD total INT; ALTER TABLE nowhere ADD total INT;');
    await expect(migrate()).rejects.toThrow('The migration 2_total failed and changed nothing');

    add('2_total', 'ALTER TABLE orders ADD total INT;');
    expect(await migrate()).toEqual(['2_total']);
  });

  it('are refused when they were changed after they were applied', async () => {
    await migrate();
    add('1_orders', 'CREATE TABLE orders (id BIGINT);');

    await expect(migrate()).rejects.toThrow('The migration 1_orders was changed after it was applied');
  });
});
