import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_FORGE_REPOSITORY,
  type Repository,
} from '@groundwork/plugin-forge-common';
import { z } from 'zod';

/** Repositories as the permission framework knows them. */
export const repositoryResourceRef = createPermissionResourceRef<
  Repository,
  { owners: string[] }
>().with({ pluginId: 'forge', resourceType: RESOURCE_TYPE_FORGE_REPOSITORY });

/** Holds for the repositories that one of the claims owns; nobody owns a repository without an owner. */
export const isRepositoryOwner = createPermissionRule({
  name: 'IS_REPOSITORY_OWNER',
  description: 'Allow repositories that the user or one of their groups owns',
  resourceRef: repositoryResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references of the user and of the groups they are in'),
  }),
  apply: ({ owner }, { claims }) =>
    owner !== undefined &&
    claims.some(
      claim =>
        claim.toLocaleLowerCase('en-US') === owner.toLocaleLowerCase('en-US'),
    ),
  toQuery: ({ claims }) => ({ owners: claims }),
});
