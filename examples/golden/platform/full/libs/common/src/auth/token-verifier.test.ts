import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnauthenticatedError, UnavailableError } from '../errors/index.js';
import { TokenIssuer } from '../testing/index.js';
import { TokenVerifier } from './token-verifier.js';

describe('access tokens', () => {
  let issuer: TokenIssuer;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
    verifier = TokenVerifier.withRemoteKeys(issuer);
  });

  afterAll(() => issuer.stop());

  it('say who holds them', async () => {
    const token = await issuer.issue({ subject: 'ada', roles: ['editor'] });

    expect(await verifier.verify(token)).toEqual({ id: 'ada', roles: ['editor'] });
  });

  it.each([
    ['are for somebody else', { audience: 'elsewhere' }],
    ['have expired', { expires: '-1m' }],
  ])('are refused when they %s', async (_, options) => {
    await expect(verifier.verify(await issuer.issue(options))).rejects.toThrow(UnauthenticatedError);
  });

  it('are refused when their signature does not fit', async () => {
    const [header, , signature] = (await issuer.issue()).split('.');
    const forged = Buffer.from(JSON.stringify({ sub: 'root', roles: ['admin'] })).toString('base64url');

    await expect(verifier.verify(`${header}.${forged}.${signature}`)).rejects.toThrow(UnauthenticatedError);
  });

  it('are refused when they are none', async () => {
    await expect(verifier.verify('nonsense')).rejects.toThrow(UnauthenticatedError);
  });

  it('cannot be judged while the issuer does not answer', async () => {
    const silent = TokenVerifier.withRemoteKeys({ ...issuer, keysUrl: 'http://127.0.0.1:1/jwks.json' });

    await expect(silent.verify(await issuer.issue())).rejects.toThrow(UnavailableError);
  });
});
