import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError } from '@platform/common/errors';
import { Database } from '../database/database.js';
import { Prisma } from '../generated/prisma/client.js';
import { Account, type NewAccount, type ProfileChange, type Role } from './account.js';
import { hashPassword } from './passwords.js';

/** The code with which Prisma says that a unique value is taken. */
const TAKEN = 'P2002';
/** The code with which Prisma says that there is nothing to change. */
const MISSING = 'P2025';

/** Keeps the accounts of people. */
@Injectable()
export class AccountsService {
  readonly #accounts: Database['account'];

  constructor(database: Database) {
    this.#accounts = database.account;
  }

  async register({ email, name, password }: NewAccount): Promise<Account> {
    const passwordHash = await hashPassword(password);
    try {
      return publish(await this.#accounts.create({ data: { email, name, passwordHash, roles: ['reader'] } }));
    } catch (error) {
      throw hasCode(error, TAKEN) ? new ConflictError(`There is an account for ${email} already`) : error;
    }
  }

  async read(id: string): Promise<Account> {
    const found = await this.#accounts.findUnique({ where: { id } });
    if (!found) {
      throw missing(id);
    }
    return publish(found);
  }

  changeProfile(id: string, { name }: ProfileChange): Promise<Account> {
    return this.#change(id, { name });
  }

  /** Takes effect with the next access token. */
  changeRoles(id: string, roles: readonly Role[]): Promise<Account> {
    return this.#change(id, { roles: [...new Set(roles)] });
  }

  async #change(id: string, data: Prisma.AccountUpdateInput): Promise<Account> {
    try {
      return publish(await this.#accounts.update({ where: { id }, data }));
    } catch (error) {
      throw hasCode(error, MISSING) ? missing(id) : error;
    }
  }
}

function publish(row: Prisma.AccountGetPayload<object>): Account {
  return Account.parse({ ...row, createdAt: row.createdAt.toISOString() });
}

function missing(id: string): NotFoundError {
  return new NotFoundError(`No account has the id ${id}`);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
}
