export * from './create-http-application.js';
export * from './problem-details.js';
