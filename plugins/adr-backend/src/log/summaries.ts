import type {
  DecisionFormat,
  DecisionStatus,
  DecisionSummary,
  RuleId,
} from '@groundwork/plugin-adr-common';
import type { SummaryRow } from '../database/DecisionReader';

/** A list that was stored as JSON. */
export function readList(text: string): string[] {
  // Written by the index from lists of texts.
  return text === '[]' ? [] : (JSON.parse(text) as string[]);
}

/** A stored record as lists show it. */
export function toSummary(row: SummaryRow): DecisionSummary {
  return {
    id: row.id,
    source: row.source_id,
    path: row.path,
    ...(row.number !== null && { number: row.number }),
    title: row.title,
    // Written by the index from the same types.
    status: row.status as DecisionStatus,
    format: row.format as DecisionFormat,
    rules: readList(row.rules) as RuleId[],
    ...(row.date !== null && { date: row.date }),
    entityRef: row.entity_ref,
    ...(row.owner_ref !== null && { ownerRef: row.owner_ref }),
    ...(row.system_ref !== null && { systemRef: row.system_ref }),
    ...(row.chosen_option !== null && { chosenOption: row.chosen_option }),
    tags: readList(row.tags),
  };
}

/** The newest first; records without a date come last. */
export function byDate(
  a: Pick<SummaryRow, 'date' | 'number' | 'title'>,
  b: Pick<SummaryRow, 'date' | 'number' | 'title'>,
): number {
  return (
    compare(b.date ?? '', a.date ?? '') ||
    (b.number ?? -1) - (a.number ?? -1) ||
    compare(a.title, b.title)
  );
}

/** Orders texts by character, the same in every database. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
