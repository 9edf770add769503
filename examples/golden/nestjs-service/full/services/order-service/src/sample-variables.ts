/** Variables with which a start succeeds, for tests and for tools that never listen. */
export const sampleVariables = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'silent',
  DRAIN_SECONDS: '0',
  GRPC_PORT: '0',
  DATABASE_PASSWORD: 'never-used-anywhere',
  TOKEN_ISSUER: 'https://issuer.example.com',
  TOKEN_KEYS_URL: 'https://issuer.example.com/.well-known/jwks.json',
  CORS_ORIGINS: 'https://shop.example.com',
};
