export { scaffolderModuleGroundwork as default } from './module';
