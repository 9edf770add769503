import { generateKeyPairSync } from 'node:crypto';

/** Variables with which a start succeeds, for tests and for tools that never listen. */
export const sampleVariables = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'silent',
  DRAIN_SECONDS: '0',
  GRPC_PORT: '0',
  DATABASE_PASSWORD: 'never-used-anywhere',
  TOKEN_ISSUER: 'https://issuer.example.com',
  SIGNING_KEY: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
