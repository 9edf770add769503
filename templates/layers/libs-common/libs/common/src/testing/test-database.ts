import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { applyMigrations, type DatabaseAddress } from '../postgres/index.js';
import { type DatabaseServer, databaseServer } from './database-server.js';

/** A database of its own for one test file, on a real PostgreSQL. */
export class TestDatabase {
  readonly address: DatabaseAddress;
  readonly #server: DatabaseServer;

  private constructor(server: DatabaseServer, name: string) {
    const url = new URL(server.url);
    this.#server = server;
    this.address = {
      DATABASE_HOST: url.hostname,
      DATABASE_PORT: Number(url.port || '5432'),
      DATABASE_NAME: name,
      DATABASE_USER: decodeURIComponent(url.username),
      DATABASE_PASSWORD: decodeURIComponent(url.password),
      DATABASE_TLS: false,
      DATABASE_POOL_SIZE: 5,
    };
  }

  /** Starts it, with the tables of a directory of migrations. */
  static async start({ migrations }: { migrations?: string } = {}): Promise<TestDatabase> {
    const database = new TestDatabase(await databaseServer(), `test_${randomUUID().replaceAll('-', '')}`);
    await database.#administer(`CREATE DATABASE ${database.address.DATABASE_NAME}`);
    if (migrations !== undefined) {
      await applyMigrations(database.clientOptions, migrations);
    }
    return database;
  }

  get clientOptions() {
    return {
      host: this.address.DATABASE_HOST,
      port: this.address.DATABASE_PORT,
      user: this.address.DATABASE_USER,
      password: this.address.DATABASE_PASSWORD,
      database: this.address.DATABASE_NAME,
    };
  }

  /** The same as variables, which are text. */
  get variables(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.address).map(([name, value]) => [name, String(value)]));
  }

  async stop(): Promise<void> {
    await this.#administer(`DROP DATABASE ${this.address.DATABASE_NAME} WITH (FORCE)`);
    await this.#server.stop();
  }

  async #administer(command: string): Promise<void> {
    const client = new Client({ ...this.clientOptions, database: 'postgres' });
    await client.connect();
    await client.query(command);
    await client.end();
  }
}
