import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { TokenVerifier } from '@platform/common/auth';
import { type JSONWebKeySet, SignJWT } from 'jose';

interface SignerOptions {
  pem: string;
  issuer: string;
  audience: string;
  minutes: number;
}

/** Signs access tokens, and says how others check them. */
export class TokenSigner {
  readonly keys: JSONWebKeySet;
  readonly seconds: number;
  /** Checks the tokens of this service without a request to itself. */
  readonly verifier: TokenVerifier;
  readonly #key: KeyObject;
  readonly #keyId: string;
  readonly #options: SignerOptions;

  private constructor(options: SignerOptions) {
    this.#options = options;
    this.#key = createPrivateKey(options.pem);
    const { kty = '', crv = '', x = '' } = createPublicKey(this.#key).export({ format: 'jwk' });
    this.#keyId = createHash('sha256').update(x).digest('base64url').slice(0, 16);
    this.keys = { keys: [{ kty, crv, x, kid: this.#keyId, alg: 'EdDSA', use: 'sig' }] };
    this.seconds = options.minutes * 60;
    this.verifier = TokenVerifier.withKeys({ issuer: options.issuer, audience: options.audience, keys: this.keys });
  }

  static create(options: SignerOptions): TokenSigner {
    return new TokenSigner(options);
  }

  sign({ id, roles }: { id: string; roles: readonly string[] }): Promise<string> {
    return new SignJWT({ roles })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.#keyId, typ: 'at+jwt' })
      .setIssuer(this.#options.issuer)
      .setAudience(this.#options.audience)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime(`${this.seconds}s`)
      .sign(this.#key);
  }
}
