export * from './api/forgeApi';
export { default } from './plugin';
