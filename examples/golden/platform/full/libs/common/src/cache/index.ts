export * from './cache.module.js';
export * from './redis-cache.js';
