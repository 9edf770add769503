import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of a repository; its rules decide by the entity that owns the repository. */
export const RESOURCE_TYPE_FORGE_REPOSITORY = 'forge-repository';

/** Read a repository: its files, history and changes, in the pages and through Git. */
export const forgeRepositoryReadPermission = createPermission({
  name: 'forge.repository.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_FORGE_REPOSITORY,
});

/** Create a repository in a namespace that admits the user. */
export const forgeRepositoryCreatePermission = createPermission({
  name: 'forge.repository.create',
  attributes: { action: 'create' },
});

/** Propose a change of a repository: a branch of one's own, reviewed before it is merged. */
export const forgeRepositoryProposePermission = createPermission({
  name: 'forge.repository.propose',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FORGE_REPOSITORY,
});

/** Push commits to any branch of a repository, its default branch included. */
export const forgeRepositoryPushPermission = createPermission({
  name: 'forge.repository.push',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FORGE_REPOSITORY,
});

/** Merge or close the changes that others proposed to a repository. */
export const forgeRepositoryMergePermission = createPermission({
  name: 'forge.repository.merge',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FORGE_REPOSITORY,
});

/** Every permission that the forge asks for. */
export const forgePermissions = [
  forgeRepositoryReadPermission,
  forgeRepositoryCreatePermission,
  forgeRepositoryProposePermission,
  forgeRepositoryPushPermission,
  forgeRepositoryMergePermission,
];
