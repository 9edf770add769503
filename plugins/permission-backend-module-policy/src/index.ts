export { permissionModulePolicy as default } from './module';
export { permissionTable } from './permissionTable';
export type { Access, PermissionRow } from './permissionTable';
export { RolePermissionPolicy } from './RolePermissionPolicy';
export { RoleAssignments, ROLES } from './roles';
export type { Role } from './roles';
