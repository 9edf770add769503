import { ForwardedError, NotAllowedError } from '@backstage/errors';
import {
  GithubAppCredentialsMux,
  SingleInstanceGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type GithubIntegrationConfig,
} from '@backstage/integration';

/** A token lives an hour, so this is more than are ever in use. */
const MAX_SECRETS = 200;

/** Gives the token of an organization: that of the App's installation, or else the configured one. */
export class GithubCredentials {
  readonly #config: GithubIntegrationConfig;
  #provider: GithubCredentialsProvider;
  /** What must never be in a message, newest last. */
  readonly #secrets = new Set<string>();

  static fromIntegration(config: GithubIntegrationConfig): GithubCredentials {
    return new GithubCredentials(config);
  }

  private constructor(config: GithubIntegrationConfig) {
    this.#config = config;
    this.#provider = SingleInstanceGithubCredentialsProvider.create(config);
  }

  /** A token that is valid for ten minutes more, if the host is that generous. */
  async getToken(organization: string): Promise<string> {
    const { token } = await this.#provider.getCredentials({
      url: `https://${this.#config.host}/${encodeURIComponent(organization)}`,
    });
    if (!token) {
      throw new NotAllowedError(
        `The portal's GitHub App is not installed in ${organization} on ${
          this.#config.host
        }; install it there`,
      );
    }
    this.#remember(token);
    return token;
  }

  /** Forgets tokens of installations, because one of them was not accepted. */
  renew(): void {
    this.#provider = SingleInstanceGithubCredentialsProvider.create(
      this.#config,
    );
  }

  /** Whether a new token can be had by asking. */
  get isRenewable(): boolean {
    return Boolean(this.#config.apps?.length);
  }

  /** The names that the portal's App acts under; empty with a token. */
  async listAppLogins(): Promise<string[]> {
    try {
      const mux = new GithubAppCredentialsMux(this.#config);
      const installations = await mux.getAllInstallations();
      return installations.map(({ app_slug: slug }) => `${slug}[bot]`);
    } catch (error) {
      throw new ForwardedError('The name of the GitHub App is unknown', error);
    }
  }

  /** Takes every token that was in use out of a text from outside. */
  redact(text: string): string {
    let clean = text;
    for (const secret of this.#secrets) {
      clean = clean.replaceAll(secret, '[redacted]');
    }
    return clean;
  }

  #remember(token: string): void {
    for (const secret of [token, basicCredentials(token)]) {
      this.#secrets.delete(secret);
      this.#secrets.add(secret);
    }
    if (this.#secrets.size > MAX_SECRETS) {
      const [oldest] = this.#secrets;
      this.#secrets.delete(oldest);
    }
  }
}

/** How Git over HTTP presents a token. */
export function basicCredentials(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}
