export { scaffolderModuleGroundwork as default } from './module';
export { createLockAction } from './pnpm/lockAction';
