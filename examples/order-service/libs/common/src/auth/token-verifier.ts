import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import { UnauthenticatedError, UnavailableError } from '../errors/index.js';
import type { Caller } from './caller.js';

/** Algorithms with a key pair only: whoever verifies tokens must not be able to issue them. */
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];

/** Clocks of servers are never quite the same. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** A key that was replaced is known for five minutes more; a new one is fetched when it is first seen. */
const REMOTE_KEYS = { timeoutDuration: 2000, cacheMaxAge: 5 * 60_000 };

const FAULTS_OF_TOKENS = [
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  z.ZodError,
];

const Claims = z.object({ sub: z.string().min(1), roles: z.array(z.string()).default([]) });

export interface TokenExpectations {
  issuer: string;
  audience: string;
}

/** Tells who holds an access token, or refuses it. */
export class TokenVerifier {
  readonly #expectations: TokenExpectations;
  readonly #keys: JWTVerifyGetKey;

  private constructor(expectations: TokenExpectations, keys: JWTVerifyGetKey) {
    this.#expectations = expectations;
    this.#keys = keys;
  }

  /** Fetches the keys of the issuer, keeps them, and fetches them again when it sees a new one. */
  static withRemoteKeys({ keysUrl, ...expectations }: TokenExpectations & { keysUrl: string }): TokenVerifier {
    return new TokenVerifier(expectations, createRemoteJWKSet(new URL(keysUrl), REMOTE_KEYS));
  }

  /** For the issuer itself. */
  static withKeys({ keys, ...expectations }: TokenExpectations & { keys: JSONWebKeySet }): TokenVerifier {
    return new TokenVerifier(expectations, createLocalJWKSet(keys));
  }

  async verify(token: string): Promise<Caller> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        ...this.#expectations,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      });
      const { sub, roles } = Claims.parse(payload);
      return { id: sub, roles };
    } catch (error) {
      throw describeFailure(error);
    }
  }
}

/** A token is refused for what is wrong with it, never because the keys to check it cannot be had. */
function describeFailure(error: unknown): Error {
  return FAULTS_OF_TOKENS.some(fault => error instanceof fault)
    ? new UnauthenticatedError('The access token is not valid or has expired', { cause: error })
    : new UnavailableError('The keys of the issuer of access tokens cannot be fetched', { cause: error });
}
