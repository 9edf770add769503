import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';

/** The address of an entity's page. */
export function entityPath(entity: Entity): string {
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  return `/catalog/${namespace}/${entity.kind}/${name}`.toLocaleLowerCase(
    'en-US',
  );
}
