export { catalogModuleForge as default } from './module';
export { formatCatalogFileUrl } from './provider/repositoryLocation';
