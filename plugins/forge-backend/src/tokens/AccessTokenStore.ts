import type { Knex } from 'knex';

/** A token as the database keeps it; times are milliseconds since 1970. */
export interface StoredAccessToken {
  id: string;
  userEntityRef: string;
  name: string;
  secretHash: string;
  createdAt: number;
  expiresAt: number;
  lastUsedAt?: number;
}

interface Row {
  id: string;
  user_entity_ref: string;
  name: string;
  secret_hash: string;
  /** PostgreSQL gives 64-bit numbers as text. */
  created_at: number | string;
  expires_at: number | string;
  last_used_at: number | string | null;
}

const TABLE = 'access_tokens';

/** Keeps access tokens in the plugin's database. */
export class AccessTokenStore {
  readonly #knex: Knex;

  static create(knex: Knex): AccessTokenStore {
    return new AccessTokenStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(token: StoredAccessToken): Promise<void> {
    await this.#knex<Row>(TABLE).insert({
      id: token.id,
      user_entity_ref: token.userEntityRef,
      name: token.name,
      secret_hash: token.secretHash,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    });
  }

  async find(id: string): Promise<StoredAccessToken | undefined> {
    const row = await this.#knex<Row>(TABLE).where({ id }).first();
    return row && readRow(row);
  }

  /** Newest first. */
  async listOf(userEntityRef: string): Promise<StoredAccessToken[]> {
    const rows = await this.#knex<Row>(TABLE)
      .where({ user_entity_ref: userEntityRef })
      .orderBy('created_at', 'desc');
    return rows.map(readRow);
  }

  /** Writes the time of use, unless it was written after `unlessAfter`. */
  async touch(id: string, at: number, unlessAfter: number): Promise<void> {
    await this.#knex<Row>(TABLE)
      .where({ id })
      .andWhere(query =>
        query
          .whereNull('last_used_at')
          .orWhere('last_used_at', '<=', unlessAfter),
      )
      .update({ last_used_at: at });
  }

  /** Whether there was such a token of this user. */
  async delete(id: string, userEntityRef: string): Promise<boolean> {
    const count = await this.#knex<Row>(TABLE)
      .where({ id, user_entity_ref: userEntityRef })
      .delete();
    return count > 0;
  }

  async deleteExpired(now: number): Promise<void> {
    await this.#knex<Row>(TABLE).where('expires_at', '<=', now).delete();
  }
}

function readRow(row: Row): StoredAccessToken {
  return {
    id: row.id,
    userEntityRef: row.user_entity_ref,
    name: row.name,
    secretHash: row.secret_hash,
    createdAt: Number(row.created_at),
    expiresAt: Number(row.expires_at),
    ...(row.last_used_at !== null && { lastUsedAt: Number(row.last_used_at) }),
  };
}
