export * from './kinds.js';
export * from './load-configuration.js';
export * from './settings.js';
export * from './sources.js';
