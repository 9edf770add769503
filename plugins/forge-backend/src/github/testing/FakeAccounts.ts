import {
  createPublicKey,
  createVerify,
  generateKeyPairSync,
} from 'node:crypto';
import { FakeRefusal, notFound, type FakeAnswer } from './answers';

/** Who a token belongs to, and where it works. */
export interface FakeCaller {
  login: string;
  isApp: boolean;
  /** The organizations that it reaches. */
  organizations: readonly string[];
}

const APP_ID = 4711;
const SLUG = 'acme-portal';

/** Knows the tokens and the App of the fake, and whether a JSON Web Token is the App's own. */
export class FakeAccounts {
  readonly #organizations: readonly string[];
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #tokens = new Map<string, FakeCaller & { until: number }>();
  /** What the fake has ever given out; none of it may be seen anywhere. */
  readonly secrets: string[] = [];
  /** How long a token of an installation lives. */
  tokenLifeMs = 3_600_000;
  #counter = 0;

  static create(organizations: readonly string[]): FakeAccounts {
    return new FakeAccounts(organizations);
  }

  private constructor(organizations: readonly string[]) {
    this.#organizations = organizations;
  }

  /** Makes a token of a user. */
  addToken(login: string): string {
    return this.#mint({
      login,
      isApp: false,
      organizations: this.#organizations,
    });
  }

  /** The configuration of the App, for `integrations.github[].apps`. */
  get app() {
    return {
      appId: APP_ID,
      clientId: 'Iv1.client',
      clientSecret: 'client-secret',
      privateKey: this.#keys.privateKey
        .export({ type: 'pkcs1', format: 'pem' })
        .toString(),
    };
  }

  /** The name that the App acts under. */
  get appLogin(): string {
    return `${SLUG}[bot]`;
  }

  /** Ends every token at once. */
  revokeAll(): void {
    this.#tokens.clear();
  }

  /** The caller of a request to the API. */
  authenticate(authorization: string | undefined): FakeCaller {
    const [scheme, token] = (authorization ?? '').split(' ');
    if (!token || !/^(bearer|token)$/i.test(scheme)) {
      throw new FakeRefusal(401, 'Requires authentication');
    }
    return this.#find(token);
  }

  /** The caller of Git, who sends the token as a password. */
  authenticateGit(authorization: string | undefined): FakeCaller {
    const [scheme, value] = (authorization ?? '').split(' ');
    if (!value || !/^basic$/i.test(scheme)) {
      throw new FakeRefusal(401, 'Authentication required');
    }
    const [, password] = Buffer.from(value, 'base64').toString().split(':');
    return this.#find(password);
  }

  /** Refuses what is not signed with the key of the App, or lives too long. */
  checkJwt(authorization: string | undefined): void {
    const [, token = ''] = (authorization ?? '').split(' ');
    const [header, payload, signature] = token.split('.');
    const read = (part: string = '') =>
      JSON.parse(Buffer.from(part, 'base64url').toString() || '{}');
    const verify = createVerify('RSA-SHA256');
    verify.update(`${header}.${payload}`);
    const key = createPublicKey(
      this.#keys.publicKey.export({ type: 'spki', format: 'pem' }),
    );
    const isSigned =
      read(header).alg === 'RS256' &&
      verify.verify(key, Buffer.from(signature ?? '', 'base64url'));
    const { iss, iat, exp } = read(payload);
    const now = Date.now() / 1000;
    if (
      !isSigned ||
      String(iss) !== String(APP_ID) ||
      iat > now + 60 ||
      exp < now ||
      exp - iat > 660
    ) {
      throw new FakeRefusal(401, 'A JSON web token could not be decoded');
    }
  }

  /** `GET /app/installations` */
  listInstallations(): FakeAnswer {
    return {
      status: 200,
      body: this.#organizations.map((login, index) => ({
        id: index + 1,
        app_id: APP_ID,
        app_slug: SLUG,
        account: { login, type: 'Organization' },
        repository_selection: 'all',
        suspended_by: null,
        suspended_at: null,
      })),
    };
  }

  /** `POST /app/installations/{installation_id}/access_tokens` */
  createInstallationToken(id: number): FakeAnswer {
    const organization = this.#organizations.at(id - 1);
    if (id < 1 || !organization) {
      throw notFound();
    }
    return {
      status: 201,
      body: {
        token: this.#mint({
          login: this.appLogin,
          isApp: true,
          organizations: [organization],
        }),
        expires_at: new Date(Date.now() + this.tokenLifeMs).toISOString(),
        permissions: { administration: 'write', contents: 'write' },
        repository_selection: 'all',
      },
    };
  }

  #mint(caller: FakeCaller): string {
    this.#counter++;
    const token = `${caller.isApp ? 'ghs' : 'ghp'}_CANARY${'x'.repeat(20)}${
      this.#counter
    }`;
    this.#tokens.set(token, {
      ...caller,
      until: Date.now() + this.tokenLifeMs,
    });
    this.secrets.push(
      token,
      Buffer.from(`x-access-token:${token}`).toString('base64'),
    );
    return token;
  }

  #find(token: string): FakeCaller {
    const caller = this.#tokens.get(token);
    if (!caller || caller.until < Date.now()) {
      throw new FakeRefusal(401, 'Bad credentials');
    }
    return caller;
  }
}
