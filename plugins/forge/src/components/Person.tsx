import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { entityPath } from '../addresses';

function EntityPerson(props: { reference: string; href: string }) {
  const { primaryTitle } = useEntityPresentation(props.reference);
  return (
    <Link href={props.href} variant="body-small" standalone>
      {primaryTitle}
    </Link>
  );
}

/** An owner, author or reviewer: a link to the entity, or the name that a host without entities gives. */
export function Person(props: { reference: string }) {
  const href = entityPath(props.reference);
  return href ? (
    <EntityPerson reference={props.reference} href={href} />
  ) : (
    <span>{props.reference}</span>
  );
}
