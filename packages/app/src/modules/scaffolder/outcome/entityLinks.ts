import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import { entityPath } from '../../home/entityPath';

/** A page about something that a change brought. */
export interface EntityLink {
  kind: 'catalog' | 'docs' | 'api';
  /** What it is about, where there are several of a kind. */
  name: string;
  href: string;
}

const TECHDOCS = 'backstage.io/techdocs-ref';

function docsPath({ kind, metadata }: Entity): string {
  const { namespace = DEFAULT_NAMESPACE, name } = metadata;
  return `/docs/${namespace}/${kind}/${name}`.toLocaleLowerCase('en-US');
}

/** The pages of what a change brought, as a reader wants them: what it is, its docs, its APIs. */
export function listEntityLinks(entities: Entity[]): EntityLink[] {
  const things = entities.filter(({ kind }) =>
    ['Component', 'System'].includes(kind),
  );
  const documented = things.filter(
    ({ metadata }) => metadata.annotations?.[TECHDOCS] !== undefined,
  );
  const apis = entities.filter(({ kind }) => kind === 'API');
  const titleOf = ({ metadata }: Entity) => metadata.title ?? metadata.name;
  return [
    ...things.map(entity => ({
      kind: 'catalog' as const,
      name: titleOf(entity),
      href: entityPath(entity),
    })),
    ...documented.map(entity => ({
      kind: 'docs' as const,
      name: titleOf(entity),
      href: docsPath(entity),
    })),
    ...apis.map(entity => ({
      kind: 'api' as const,
      name: titleOf(entity),
      href: entityPath(entity),
    })),
  ];
}
