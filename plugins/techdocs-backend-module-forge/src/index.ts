export { DOCS_PUBLISHED_TOPIC } from './events';
export { techdocsModuleForge as default } from './module';
