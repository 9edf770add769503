export * from './shorten.js';
