import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { UnauthenticatedError } from '@platform/common/errors';
import type { Credentials } from '../accounts/account.js';
import { fitsPassword } from '../accounts/passwords.js';
import { Database } from '../database/database.js';
import type { Tokens } from './session.js';
import { TokenSigner } from './token-signer.js';

/** The injection token of how long a refresh token works. */
export const SESSION_DAYS = Symbol('session days');

const MILLISECONDS_PER_DAY = 86_400_000;

interface Holder {
  id: string;
  roles: readonly string[];
}

/** Logs people in, and keeps them logged in with refresh tokens that work once. */
@Injectable()
export class SessionsService {
  readonly #database: Database;
  readonly #signer: TokenSigner;
  readonly #days: number;
  readonly #logger = new Logger(SessionsService.name);

  constructor(database: Database, signer: TokenSigner, @Inject(SESSION_DAYS) days: number) {
    this.#database = database;
    this.#signer = signer;
    this.#days = days;
  }

  async logIn({ email, password }: Credentials): Promise<Tokens> {
    const account = await this.#database.account.findUnique({ where: { email } });
    const isRight = await fitsPassword(password, account?.passwordHash);
    if (!account || !isRight) {
      throw new UnauthenticatedError('The e-mail address or the password is wrong');
    }
    await this.#database.refreshToken.deleteMany({ where: { accountId: account.id, expiresAt: { lt: new Date() } } });
    return this.#issue(account, randomUUID());
  }

  /** Exchanges a refresh token. A token that was used before is in two hands: nobody keeps that session. */
  async refresh(refreshToken: string): Promise<Tokens> {
    const digest = digestOf(refreshToken);
    const { count } = await this.#database.refreshToken.updateMany({
      where: { digest, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    const token = await this.#database.refreshToken.findUnique({ where: { digest }, include: { account: true } });
    if (token && count === 1) {
      return this.#issue(token.account, token.sessionId);
    }
    if (token?.usedAt) {
      this.#logger.warn({ accountId: token.accountId }, 'A refresh token was used twice: its session ends');
      await this.#end(token.sessionId);
    }
    throw new UnauthenticatedError('The refresh token is not valid, was used or has expired: log in again');
  }

  /** Ends the session of a refresh token; one that is unknown has ended already. */
  async logOut(refreshToken: string): Promise<void> {
    const token = await this.#database.refreshToken.findUnique({ where: { digest: digestOf(refreshToken) } });
    if (token) {
      await this.#end(token.sessionId);
    }
  }

  async #issue(holder: Holder, sessionId: string): Promise<Tokens> {
    const refreshToken = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + this.#days * MILLISECONDS_PER_DAY);
    await this.#database.refreshToken.create({
      data: { digest: digestOf(refreshToken), sessionId, accountId: holder.id, expiresAt },
    });
    return { accessToken: await this.#signer.sign(holder), expiresIn: this.#signer.seconds, refreshToken };
  }

  async #end(sessionId: string): Promise<void> {
    await this.#database.refreshToken.deleteMany({ where: { sessionId } });
  }
}

/** The token is random and long, so a fast hash is enough. */
function digestOf(refreshToken: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(refreshToken).digest());
}
