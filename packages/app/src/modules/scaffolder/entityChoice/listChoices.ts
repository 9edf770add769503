import {
  CATALOG_FILTER_EXISTS,
  type CatalogApi,
  type EntityFilterQuery,
} from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';

/** An entity to choose, as the form shows it. */
export interface Choice {
  value: string;
  label: string;
}

/** A filter as a template writes it: words, lists of words, or `{ exists: true }`. */
export type TemplateFilter = Record<
  string,
  string | string[] | { exists: boolean }
>;

/** More than a list is good for; who has more narrows the filter. */
const LIMIT = 500;

function toFilter(
  filter: TemplateFilter,
): Exclude<EntityFilterQuery, unknown[]> {
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [
      key,
      typeof value === 'object' && !Array.isArray(value)
        ? CATALOG_FILTER_EXISTS
        : value,
    ]),
  );
}

function labelOf({ metadata, spec }: Entity): string {
  const profile = spec?.profile;
  const displayName =
    profile && typeof profile === 'object' && !Array.isArray(profile)
      ? profile.displayName
      : undefined;
  return typeof displayName === 'string'
    ? displayName
    : metadata.title ?? metadata.name;
}

/** The entities that a template lets somebody choose from, by name. */
export async function listChoices(
  catalogApi: Pick<CatalogApi, 'queryEntities'>,
  filter: TemplateFilter | TemplateFilter[] | undefined,
): Promise<Choice[]> {
  const { items } = await catalogApi.queryEntities({
    filter: Array.isArray(filter)
      ? filter.map(toFilter)
      : filter && toFilter(filter),
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'spec.profile.displayName',
    ],
    limit: LIMIT,
  });
  return items
    .map(entity => ({
      value: stringifyEntityRef(entity),
      label: labelOf(entity),
    }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en'));
}
