import { FACETS, type Facet, type Facets } from '@groundwork/plugin-adr-common';
import type { FacetRow } from '../database/DecisionReader';
import { compare, readList } from './summaries';

/** Most records have one of few lists, so each is taken apart once. */
class ListCache {
  readonly #lists = new Map<string, string[]>();

  get(text: string): string[] {
    let list = this.#lists.get(text);
    if (!list) {
      list = readList(text);
      this.#lists.set(text, list);
    }
    return list;
  }
}

function one(value: string | null | undefined): string[] {
  return value ? [value] : [];
}

function valuesOf(row: FacetRow, facet: Facet, lists: ListCache): string[] {
  switch (facet) {
    case 'status':
      return [row.status];
    case 'owner':
      return one(row.owner_ref);
    case 'system':
      return one(row.system_ref);
    case 'tag':
      return lists.get(row.tags);
    case 'year':
      return one(row.date?.slice(0, 4));
    case 'rule':
      return lists.get(row.rules);
    default:
      return [row.format];
  }
}

/** Which facets a record fails; counts of a facet ignore what is chosen in it. */
function failuresOf(
  row: FacetRow,
  wanted: ReadonlyMap<Facet, ReadonlySet<string>>,
  lists: ListCache,
): Facet[] {
  const failures: Facet[] = [];
  for (const [facet, values] of wanted) {
    if (!valuesOf(row, facet, lists).some(value => values.has(value))) {
      failures.push(facet);
    }
  }
  return failures;
}

/** Narrows records down to what is chosen, and counts what each further choice would leave. */
export function applyFacets(
  rows: readonly FacetRow[],
  chosen: Partial<Record<Facet, string[]>>,
): { rows: FacetRow[]; facets: Facets } {
  const lists = new ListCache();
  const wanted = new Map(
    FACETS.flatMap(facet => {
      const values = chosen[facet];
      return values?.length ? [[facet, new Set(values)] as const] : [];
    }),
  );
  const counts = new Map(
    FACETS.map(facet => [facet, new Map<string, number>()]),
  );
  const kept: FacetRow[] = [];
  for (const row of rows) {
    const failures = failuresOf(row, wanted, lists);
    if (failures.length > 1) continue;
    if (failures.length === 0) kept.push(row);
    for (const facet of failures.length === 0 ? FACETS : failures) {
      const values = counts.get(facet);
      for (const value of valuesOf(row, facet, lists)) {
        values?.set(value, (values.get(value) ?? 0) + 1);
      }
    }
  }
  return { rows: kept, facets: toFacets(counts, wanted) };
}

function toFacets(
  counts: Map<Facet, Map<string, number>>,
  wanted: ReadonlyMap<Facet, ReadonlySet<string>>,
): Facets {
  const entries = FACETS.map(facet => {
    const values = counts.get(facet) ?? new Map<string, number>();
    // What is chosen stays in the list, so that it can be taken back.
    for (const value of wanted.get(facet) ?? []) {
      if (!values.has(value)) values.set(value, 0);
    }
    return [
      facet,
      [...values]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || compare(a.value, b.value)),
    ];
  });
  // One entry for each of the facets.
  return Object.fromEntries(entries) as Facets;
}
