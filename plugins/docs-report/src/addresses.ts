import { parseEntityRef } from '@backstage/catalog-model';

/** Where the report of all docs is. */
export const REPORTS_PATH = '/docs-report';

/** Where the report of the docs of an entity is. */
export function reportPath(entityRef: string): string {
  return `${REPORTS_PATH}/${entityPath(entityRef)}`;
}

/** Where the docs of an entity are read; `page` is an address below the site, percent-encoded already. */
export function docsPath(entityRef: string, page = ''): string {
  return `/docs/${entityPath(entityRef)}/${page}`;
}

/** Where the page of an entity is. */
export function catalogPath(entityRef: string): string {
  return `/catalog/${entityPath(entityRef)}`;
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}
