import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';

/** Issues access tokens in tests, and publishes its keys as a real issuer does. */
export class TokenIssuer {
  readonly audience = 'platform';
  readonly issuer: string;
  readonly keysUrl: string;
  readonly #key: CryptoKey;
  readonly #server: Server;

  private constructor(key: CryptoKey, server: Server, origin: string) {
    this.#key = key;
    this.#server = server;
    this.issuer = origin;
    this.keysUrl = `${origin}/.well-known/jwks.json`;
  }

  static async start(): Promise<TokenIssuer> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA');
    const keys: JSONWebKeySet = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' }] };
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(keys));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The issuer of the test does not listen on a port');
    }
    return new TokenIssuer(privateKey, server, `http://127.0.0.1:${address.port}`);
  }

  issue({
    subject = 'tester',
    roles = [] as string[],
    audience = this.audience,
    expires = '5m',
  } = {}): Promise<string> {
    return new SignJWT({ roles })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test', typ: 'at+jwt' })
      .setIssuer(this.issuer)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(this.#key);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
