import { DECISION_STATUSES } from '@groundwork/plugin-adr-common';
import type { FacetRow } from '../database/DecisionReader';
import type { DecisionQuery, Sort } from './DecisionQuery';
import { byDate, compare } from './summaries';

const STATUS_ORDER = new Map<string, number>(
  DECISION_STATUSES.map((status, index) => [status, index]),
);

const COMPARE: Record<
  Exclude<Sort, 'relevance'>,
  (a: FacetRow, b: FacetRow) => number
> = {
  date: (a, b) => compare(a.date ?? '', b.date ?? ''),
  number: (a, b) => (a.number ?? -1) - (b.number ?? -1),
  title: (a, b) => compare(a.title.toLowerCase(), b.title.toLowerCase()),
  status: (a, b) =>
    (STATUS_ORDER.get(a.status) ?? 0) - (STATUS_ORDER.get(b.status) ?? 0),
};

/** Orders records; the best match first where words were looked for, else the newest. */
export function sortRows(
  rows: readonly FacetRow[],
  { sort, order }: Pick<DecisionQuery, 'sort' | 'order'>,
  rank?: ReadonlyMap<string, number>,
): FacetRow[] {
  if (sort === 'relevance') {
    return rank
      ? [...rows].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
      : [...rows].sort(byDate);
  }
  const direction = order === 'asc' ? 1 : -1;
  return [...rows].sort(
    (a, b) => direction * COMPARE[sort](a, b) || byDate(a, b),
  );
}
