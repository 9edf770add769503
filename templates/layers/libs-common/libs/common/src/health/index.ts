export * from './health.controller.js';
export * from './health.js';
