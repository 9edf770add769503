import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/catalog-client';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { repositoryOf, type ForgeApi } from '@groundwork/plugin-forge';
import {
  ANNOTATION_WORKSPACE,
  formatRepositoryName,
  formatShownPath,
  type Change,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';

/** A change of a platform that waits for the reader, or for somebody else on their behalf. */
export interface PendingChange {
  id: string;
  title: string;
  href: string;
  repository: string;
  /** Whether the reader proposed it; else their team decides about it. */
  isOwn: boolean;
}

/** An organisation has a few platforms; more would make the home page slow. */
const PLATFORMS = 10;

function ownersOf({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}

function toPending(
  change: Change,
  repository: RepositoryName,
  isOwn: boolean,
): PendingChange {
  const { namespace, name } = repository;
  return {
    id: `${formatRepositoryName(repository)}#${change.number}`,
    title: change.title,
    href: formatShownPath({
      namespace,
      name,
      view: 'changes',
      rest: String(change.number),
    }),
    repository: formatRepositoryName(repository),
    isOwn,
  };
}

/** The open changes of platforms that the reader proposed, and those of platforms that are theirs. */
export async function pendingChanges(apis: {
  catalogApi: Pick<CatalogApi, 'queryEntities'>;
  forgeApi: Pick<ForgeApi, 'listChanges'>;
  identityApi: Pick<IdentityApi, 'getBackstageIdentity'>;
}): Promise<PendingChange[]> {
  const { userEntityRef, ownershipEntityRefs } =
    await apis.identityApi.getBackstageIdentity();
  const { items } = await apis.catalogApi.queryEntities({
    filter: {
      kind: 'System',
      [`metadata.annotations.${ANNOTATION_WORKSPACE}`]: 'pnpm',
    },
    limit: PLATFORMS,
  });
  const lists = await Promise.all(
    items.map(async platform => {
      const repository = repositoryOf(platform);
      if (!repository) {
        return [];
      }
      const isMine = ownersOf(platform).some(owner =>
        ownershipEntityRefs.includes(owner),
      );
      const { namespace, name } = repository;
      const changes = await apis.forgeApi.listChanges(
        { namespace, name },
        'open',
      );
      return changes
        .filter(({ author }) => isMine || author === userEntityRef)
        .map(change =>
          toPending(change, repository, change.author === userEntityRef),
        );
    }),
  );
  return lists.flat();
}
