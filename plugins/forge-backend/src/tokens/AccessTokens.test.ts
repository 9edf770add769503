import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { MIGRATIONS_DIRECTORY } from '../database/migrateDatabase';
import { AccessTokens } from './AccessTokens';
import { AccessTokenStore } from './AccessTokenStore';

const DANA = 'user:default/dana.okafor';
const VERA = 'user:default/vera.lind';
const DAY_MS = 24 * 60 * 60 * 1000;

const databases = TestDatabases.create({
  ids: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING
    ? ['SQLITE_3', 'POSTGRES_16']
    : ['SQLITE_3'],
});

async function createTokens(knex: Knex) {
  await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  const clock = { now: Date.parse('2026-01-01T00:00:00Z') };
  const tokens = AccessTokens.create({
    store: AccessTokenStore.create(knex),
    now: () => clock.now,
  });
  return { tokens, clock };
}

describe.each(databases.eachSupportedId())('AccessTokens on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(id);
  });

  it('takes its migrations back', async () => {
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
    await knex.migrate.rollback({ directory: MIGRATIONS_DIRECTORY });
    expect(await knex.schema.hasTable('access_tokens')).toBe(false);
    expect(await knex.schema.hasTable('live_process')).toBe(false);
  });

  it('knows the owner by the secret, and keeps no secret', async () => {
    const { tokens } = await createTokens(knex);
    const { secret, ...token } = await tokens.issue({
      userEntityRef: DANA,
      name: 'laptop',
    });

    expect(secret).toMatch(/^gwf_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
    expect(token.expiresAt).toBe('2026-04-01T00:00:00.000Z');
    await expect(tokens.authenticate(secret)).resolves.toBe(DANA);
    expect(JSON.stringify(await knex('access_tokens'))).not.toContain(
      secret.slice(-43),
    );
  });

  it.each([
    ['another secret', (secret: string) => `${secret.slice(0, -2)}AA`],
    [
      'another id',
      (secret: string) => `gwf_${'0'.repeat(16)}_${secret.slice(21)}`,
    ],
    ['nothing', () => ''],
    ['a wildcard', (secret: string) => `${secret.slice(0, 21)}%`],
  ])('knows nobody by %s', async (_what, change) => {
    const { tokens } = await createTokens(knex);
    const { secret } = await tokens.issue({ userEntityRef: DANA, name: 'a' });
    await expect(tokens.authenticate(change(secret))).resolves.toBeUndefined();
  });

  it('forgets a token that has expired', async () => {
    const { tokens, clock } = await createTokens(knex);
    const { secret } = await tokens.issue({
      userEntityRef: DANA,
      name: 'short',
      expiresInDays: 1,
    });
    clock.now += DAY_MS;
    await expect(tokens.authenticate(secret)).resolves.toBeUndefined();
    await expect(tokens.list(DANA)).resolves.toEqual([]);
  });

  it('writes the time of use once a minute', async () => {
    const { tokens, clock } = await createTokens(knex);
    const { secret } = await tokens.issue({ userEntityRef: DANA, name: 'a' });
    const lastUsedAt = async () => (await tokens.list(DANA))[0].lastUsedAt;

    await tokens.authenticate(secret);
    expect(await lastUsedAt()).toBe('2026-01-01T00:00:00.000Z');
    clock.now += 59_000;
    await tokens.authenticate(secret);
    expect(await lastUsedAt()).toBe('2026-01-01T00:00:00.000Z');
    clock.now += 1_000;
    await tokens.authenticate(secret);
    expect(await lastUsedAt()).toBe('2026-01-01T00:01:00.000Z');
  });

  it('lets nobody but the owner end a token', async () => {
    const { tokens } = await createTokens(knex);
    const token = await tokens.issue({ userEntityRef: DANA, name: 'a' });

    await expect(tokens.revoke(token.id, VERA)).rejects.toThrow(
      /no access token/,
    );
    await expect(tokens.authenticate(token.secret)).resolves.toBe(DANA);
    await tokens.revoke(token.id, DANA);
    await expect(tokens.authenticate(token.secret)).resolves.toBeUndefined();
  });

  it('limits how many tokens a user has', async () => {
    const { tokens } = await createTokens(knex);
    for (let count = 0; count < 20; count += 1) {
      await tokens.issue({ userEntityRef: DANA, name: `token ${count}` });
    }
    await expect(
      tokens.issue({ userEntityRef: DANA, name: 'one more' }),
    ).rejects.toThrow(/delete one/);
    await expect(
      tokens.issue({ userEntityRef: VERA, name: 'first' }),
    ).resolves.toMatchObject({ name: 'first' });
  });
});
