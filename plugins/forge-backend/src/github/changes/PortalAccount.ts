import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { GithubClient } from '../api/GithubClient';
import { RestApi } from '../api/RestApi';
import { userAnswer } from '../api/schemas';

/** An account is not renamed often, and asking in vain is not repeated for every change. */
const REMEMBER_MS = 600_000;

/** Knows under which names the portal acts on a host, because only its own texts are signed for others. */
export class PortalAccount {
  readonly #client: GithubClient;
  readonly #logger: LoggerService;
  readonly #seen = new Set<string>();
  #asked?: { at: number; logins: Promise<readonly string[]> };

  static create(options: {
    client: GithubClient;
    logger: LoggerService;
  }): PortalAccount {
    return new PortalAccount(options);
  }

  private constructor(options: {
    client: GithubClient;
    logger: LoggerService;
  }) {
    this.#client = options.client;
    this.#logger = options.logger;
  }

  /** Learns from an answer to something that the portal itself has just made. */
  learn(login: string | undefined): void {
    if (login) {
      this.#seen.add(login);
    }
  }

  /** Whether the portal's own account is meant. */
  async isOwn(
    organization: string,
    login: string | undefined,
  ): Promise<boolean> {
    if (!login || this.#seen.has(login)) {
      return login !== undefined;
    }
    const logins = await this.#ask(organization);
    return logins.includes(login);
  }

  async #ask(organization: string): Promise<readonly string[]> {
    if (!this.#asked || Date.now() - this.#asked.at > REMEMBER_MS) {
      this.#asked = { at: Date.now(), logins: this.#read(organization) };
    }
    return this.#asked.logins;
  }

  async #read(organization: string): Promise<readonly string[]> {
    try {
      if (this.#client.credentials.isRenewable) {
        return await this.#client.credentials.listAppLogins();
      }
      const api = RestApi.create(this.#client, { organization, base: '/user' });
      return [(await api.get('', userAnswer)).login];
    } catch (error) {
      this.#logger.warn(
        `${
          this.#client.host
        } does not tell who the portal is there; changes that it opened for somebody show its own name`,
        isError(error) ? error : undefined,
      );
      return [];
    }
  }
}
