import type { Facet } from '@groundwork/plugin-adr-common';

/** What lists can be ordered by. */
export const SORTS = [
  'relevance',
  'date',
  'number',
  'title',
  'status',
] as const;

/** One of {@link SORTS}. */
export type Sort = (typeof SORTS)[number];

/** A question to the log. */
export interface DecisionQuery {
  text?: string;
  /** Values of each facet; a decision needs one of them. */
  facets: Partial<Record<Facet, string[]>>;
  entityRef?: string;
  /** `YYYY-MM` */
  month?: string;
  sort: Sort;
  order: 'asc' | 'desc';
  limit: number;
  offset: number;
}
