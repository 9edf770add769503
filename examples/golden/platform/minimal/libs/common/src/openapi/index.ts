export * from './describe-api.js';
export * from './write-openapi.js';
