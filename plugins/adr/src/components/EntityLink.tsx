import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** The page of an entity. */
export function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}`.toLocaleLowerCase('en-US');
}

/** The name of an entity, for lists that are not links. */
export function useEntityName(entityRef: string): string {
  return useEntityPresentation(entityRef).primaryTitle;
}

/** An entity by its name, leading to its page. */
export function EntityLink(props: { entityRef: string }) {
  const name = useEntityName(props.entityRef);
  return (
    <Link href={entityPath(props.entityRef)} variant="body-small" standalone>
      {name}
    </Link>
  );
}

/** An entity by its name. */
export function EntityName(props: { entityRef: string }) {
  return <>{useEntityName(props.entityRef)}</>;
}
