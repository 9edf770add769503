import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { configurationSchema } from '../src/configuration.js';
import { sampleVariables } from '../src/sample-variables.js';

describe('the signing key', () => {
  const pem = (type: 'ed25519' | 'x25519') =>
    // The overloads of generateKeyPairSync take one type each.
    generateKeyPairSync(type as 'ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();

  it.each([
    ['what is no key', 'not a key at all, but long enough'],
    ['a key that cannot sign', pem('x25519')],
  ])('is refused when it is %s', (_, SIGNING_KEY) => {
    expect(configurationSchema.safeParse({ ...sampleVariables, SIGNING_KEY }).success).toBe(false);
  });

  it('is accepted when it is of Ed25519', () => {
    expect(configurationSchema.safeParse({ ...sampleVariables, SIGNING_KEY: pem('ed25519') }).success).toBe(true);
  });
});
