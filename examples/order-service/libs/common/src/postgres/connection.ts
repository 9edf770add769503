import type { PoolConfig } from 'pg';

export interface DatabaseAddress {
  DATABASE_HOST: string;
  DATABASE_PORT: number;
  DATABASE_NAME: string;
  DATABASE_USER: string;
  DATABASE_PASSWORD: string;
  DATABASE_TLS: boolean;
  DATABASE_POOL_SIZE: number;
}

/** How to connect to the database: with limits, so that a slow database never holds requests for ever. */
export function connectionOptions(address: DatabaseAddress): PoolConfig {
  return {
    host: address.DATABASE_HOST,
    port: address.DATABASE_PORT,
    database: address.DATABASE_NAME,
    user: address.DATABASE_USER,
    password: address.DATABASE_PASSWORD,
    ssl: address.DATABASE_TLS,
    max: address.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 3000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
  };
}
