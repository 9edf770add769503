export * from './apply-migrations.js';
export * from './connection.js';
