export { permissionModulePolicy as default } from './module';
export { permissionTable } from './permissionTable';
export type { Access, PermissionRow } from './permissionTable';
export { ROLES } from './roles';
export type { Role } from './roles';
