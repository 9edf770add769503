export { createSiteTools, type SiteToolsDeps } from './createSiteTools';
export { techdocsModuleMarkdown as default } from './module';
export type { SiteTools } from './SiteTools';
