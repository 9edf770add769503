import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_WORKSPACE } from '@groundwork/plugin-forge-common';
import { repositoryOf } from './repositoryOf';

/** Whether an entity stands for a repository that takes services and libraries in as changes. */
export function isPlatform(entity: Entity): boolean {
  return (
    entity.metadata.annotations?.[ANNOTATION_WORKSPACE] !== undefined &&
    repositoryOf(entity) !== undefined
  );
}
