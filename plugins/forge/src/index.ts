export * from './api/forgeApi';
export * from './components/Ago';
export * from './components/ChangeState';
export * from './entity/repositoryOf';
export { default } from './plugin';
