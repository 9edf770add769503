import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TooManyRequestsError } from '@platform/common/errors';
import { Database } from '../database/database.js';

interface Limit {
  name: string;
  attempts: number;
  seconds: number;
}

const MINUTE = 60;

/** How often something may be tried. An account is protected from many addresses, an address from trying many accounts. */
export const LIMITS = {
  logInsOfAccount: { name: 'log-in-account', attempts: 10, seconds: 15 * MINUTE },
  logInsOfAddress: { name: 'log-in-address', attempts: 100, seconds: 15 * MINUTE },
  registrationsOfAddress: { name: 'register-address', attempts: 20, seconds: 60 * MINUTE },
} as const satisfies Record<string, Limit>;

/** Counts attempts in the database, so that all replicas share the count and a restart does not forget it. */
@Injectable()
export class AttemptLimiter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Counts an attempt, or refuses it when there were too many. */
  async count(limit: Limit, subject: string): Promise<void> {
    const [window] = await this.#database.$queryRaw<{ count: number; seconds: number }[]>`
      INSERT INTO attempts AS known (key, count, expires_at)
      VALUES (${keyOf(limit, subject)}, 1, now() + make_interval(secs => ${limit.seconds}))
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN known.expires_at <= now() THEN 1 ELSE known.count + 1 END,
        expires_at = CASE WHEN known.expires_at <= now() THEN excluded.expires_at ELSE known.expires_at END
      RETURNING count, ceil(extract(epoch FROM expires_at - now()))::int AS seconds`;
    if (window && window.count > limit.attempts) {
      throw new TooManyRequestsError('There were too many attempts', window.seconds);
    }
  }

  /** Begins anew for somebody who has shown who they are, and forgets whatever is over. */
  async forgive(limit: Limit, subject: string): Promise<void> {
    await this.#database.attempt.deleteMany({
      where: { OR: [{ key: keyOf(limit, subject) }, { expiresAt: { lt: new Date() } }] },
    });
  }
}

/** The table holds no address and no name of a person. */
function keyOf({ name }: Limit, subject: string): string {
  return `${name}:${createHash('sha256').update(subject).digest('base64url')}`;
}
