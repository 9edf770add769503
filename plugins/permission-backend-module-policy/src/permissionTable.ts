import type { Role } from './roles';

/** What a role may do: nothing, everything, or what the user owns or started. */
export type Access = 'deny' | 'allow' | 'owner';

/** The access of every role to one permission. */
export type PermissionRow = Readonly<Record<Role, Access>>;

const everybody: PermissionRow = {
  viewer: 'allow',
  developer: 'allow',
  'platform-engineer': 'allow',
  admin: 'allow',
};
const developersUp: PermissionRow = { ...everybody, viewer: 'deny' };
const ownersAndPlatform: PermissionRow = {
  ...developersUp,
  developer: 'owner',
};
const platformUp: PermissionRow = { ...developersUp, developer: 'deny' };
const adminsOnly: PermissionRow = {
  ...platformUp,
  'platform-engineer': 'deny',
};
const nobody: PermissionRow = { ...adminsOnly, admin: 'deny' };

/**
 * Who may do what: every permission that an installed plugin declares, and nothing else.
 *
 * @remarks
 * `packages/backend` has a test that starts the real plugins and fails for a permission without a
 * row and for a row without a permission.
 */
export const permissionTable: Readonly<Record<string, PermissionRow>> = {
  'catalog.entity.read': everybody,
  'catalog.entity.create': platformUp,
  'catalog.entity.refresh': ownersAndPlatform,
  'catalog.entity.delete': ownersAndPlatform,
  // Placeholders of the text make the server read addresses, and its errors repeat what it read.
  'catalog.entity.validate': platformUp,
  'catalog.location.read': everybody,
  // A location makes the server read an address that the browser sent.
  'catalog.location.create': platformUp,
  'catalog.location.analyze': platformUp,
  // Not tied to an entity, so it cannot be limited to owners.
  'catalog.location.delete': platformUp,
  'catalog.ingestion.read': platformUp,
  'catalog.ingestion.manage': adminsOnly,

  'scaffolder.template.parameter.read': everybody,
  'scaffolder.template.step.read': everybody,
  'scaffolder.template.dry-run': platformUp,
  'scaffolder.template.management': platformUp,
  'scaffolder.action.execute': developersUp,
  'scaffolder.task.create': developersUp,
  'scaffolder.task.read': ownersAndPlatform,
  'scaffolder.task.cancel': ownersAndPlatform,

  'forge.repository.read': everybody,
  'forge.repository.create': developersUp,
  'forge.repository.propose': developersUp,
  'forge.repository.push': ownersAndPlatform,
  'forge.repository.merge': ownersAndPlatform,

  'adr.decision.propose': developersUp,
  'adr.decision.decide': ownersAndPlatform,
  'kubernetes.clusters.read': developersUp,
  'kubernetes.resources.read': developersUp,
  // The proxy forwards any request, DELETE included, with the portal's own service account.
  'kubernetes.proxy': nobody,

  'devtools.administer': adminsOnly,
  'devtools.info': adminsOnly,
  'devtools.config': adminsOnly,
  'devtools.external-dependencies': adminsOnly,
  'devtools.scheduler.read': adminsOnly,
  'devtools.scheduler.trigger': adminsOnly,
};
