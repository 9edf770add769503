/** Variables with which a start succeeds, for tests and for tools that never listen. */
export const sampleVariables = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'silent',
  DRAIN_SECONDS: '0',
};
