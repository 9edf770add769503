export * from './database-server.js';
export * from './free-port.js';
export * from './test-database.js';
export * from './test-redis.js';
export * from './token-issuer.js';
