import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { AccessToken } from '@groundwork/plugin-forge-common';
import type { AccessTokenStore, StoredAccessToken } from './AccessTokenStore';

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 90;
const MAX_TOKENS_PER_USER = 20;
/** A clone asks three times within a second; the page shows minutes. */
const TOUCH_INTERVAL_MS = 60_000;

const FORMAT = /^gwf_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** Personal tokens, which are passwords for Git. */
export class AccessTokens {
  readonly #store: AccessTokenStore;
  readonly #now: () => number;

  static create(options: {
    store: AccessTokenStore;
    now?: () => number;
  }): AccessTokens {
    return new AccessTokens(options.store, options.now ?? Date.now);
  }

  private constructor(store: AccessTokenStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** The user's tokens, expired ones left out. */
  async list(userEntityRef: string): Promise<AccessToken[]> {
    const tokens = await this.#store.listOf(userEntityRef);
    return tokens.filter(token => token.expiresAt > this.#now()).map(describe);
  }

  /** Makes a token; its secret is returned here and never again. */
  async issue(options: {
    userEntityRef: string;
    name: string;
    expiresInDays?: number;
  }): Promise<AccessToken & { secret: string }> {
    const now = this.#now();
    await this.#store.deleteExpired(now);
    const existing = await this.#store.listOf(options.userEntityRef);
    if (existing.length >= MAX_TOKENS_PER_USER) {
      throw new ConflictError(
        `You have ${MAX_TOKENS_PER_USER} access tokens already; delete one that you no longer use`,
      );
    }
    // 256 random bits cannot be guessed, so a fast hash without salt is enough.
    const random = randomBytes(32).toString('base64url');
    const token: StoredAccessToken = {
      id: randomBytes(8).toString('hex'),
      userEntityRef: options.userEntityRef,
      name: options.name,
      secretHash: hash(random).toString('hex'),
      createdAt: now,
      expiresAt: now + (options.expiresInDays ?? DEFAULT_DAYS) * DAY_MS,
    };
    await this.#store.insert(token);
    return { ...describe(token), secret: `gwf_${token.id}_${random}` };
  }

  /** Deletes one of the user's own tokens; it stops working at once. */
  async revoke(id: string, userEntityRef: string): Promise<void> {
    if (!(await this.#store.delete(id, userEntityRef))) {
      throw new NotFoundError('You have no access token with this id');
    }
  }

  /** Who a password belongs to, if it is a token that still holds. */
  async authenticate(password: string): Promise<string | undefined> {
    const [, id, random] = FORMAT.exec(password) ?? [];
    const token = id ? await this.#store.find(id) : undefined;
    const now = this.#now();
    if (
      !token ||
      !timingSafeEqual(hash(random), Buffer.from(token.secretHash, 'hex')) ||
      token.expiresAt <= now
    ) {
      return undefined;
    }
    if (!token.lastUsedAt || token.lastUsedAt <= now - TOUCH_INTERVAL_MS) {
      await this.#store.touch(token.id, now, now - TOUCH_INTERVAL_MS);
    }
    return token.userEntityRef;
  }
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function describe(token: StoredAccessToken): AccessToken {
  return {
    id: token.id,
    name: token.name,
    createdAt: new Date(token.createdAt).toISOString(),
    expiresAt: new Date(token.expiresAt).toISOString(),
    ...(token.lastUsedAt && {
      lastUsedAt: new Date(token.lastUsedAt).toISOString(),
    }),
  };
}
