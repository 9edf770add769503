export { techdocsModuleMarkdown as default } from './module';
export { createSiteTools, type SiteTools } from './createSiteTools';
