import { createPrivateKey } from 'node:crypto';
import { secret, wholeNumber } from '@platform/config';
import { z } from 'zod';

/** What the service reads to issue tokens and to count attempts. */
export const accountSettings = {
  TOKEN_ISSUER: z.url().describe('Who issues access tokens, as their claim "iss": the address of this service'),
  TOKEN_AUDIENCE: z.string().min(1).default('platform').describe('For whom they are, as their claim "aud"'),
  SIGNING_KEY: secret()
    .refine(isSigningKey, 'must be an Ed25519 private key in PEM')
    .describe('The key that signs access tokens; other services get its public half'),
  ACCESS_TOKEN_MINUTES: wholeNumber({ min: 1, max: 60 })
    .prefault('15')
    .describe('How long an access token works: nothing takes it back before'),
  REFRESH_TOKEN_DAYS: wholeNumber({ min: 1, max: 365 })
    .prefault('30')
    .describe('How long a client may stay away before its user has to log in again'),
  TRUSTED_PROXIES: wholeNumber({ max: 10 })
    .prefault('0')
    .describe('How many proxies stand before the service and add to x-forwarded-for'),
};

function isSigningKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
