import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { catalogPath } from '../addresses';

/** The name of an entity, which leads to its page. */
export function EntityLink(props: { entityRef: string }) {
  const { entityRef } = props;
  const { primaryTitle } = useEntityPresentation(entityRef);
  return (
    <Link href={catalogPath(entityRef)} variant="body-small" standalone>
      {primaryTitle}
    </Link>
  );
}
