import type { TimelineMonth } from '@groundwork/plugin-adr-common';

/** More colours could not be told apart; the systems with the fewest decisions share the last one. */
const TONES = 5;

/** What stands for decisions of no system. */
const NO_SYSTEM = '';

/** The same colour for a system in every month. */
export type ToneOf = (systemRef: string | undefined) => number;

/** Gives the systems colours, the most distinct ones to those with the most decisions. */
export function assignTones(months: TimelineMonth[]): ToneOf {
  const totals = new Map<string, number>();
  for (const { systemRef = NO_SYSTEM, count } of months.flatMap(
    ({ systems }) => systems,
  )) {
    totals.set(systemRef, (totals.get(systemRef) ?? 0) + count);
  }
  const ranked = [...totals]
    .filter(([systemRef]) => systemRef !== NO_SYSTEM)
    .sort((a, b) => b[1] - a[1]);
  const tones = new Map(
    ranked.map(([systemRef], rank) => [systemRef, Math.min(rank, TONES - 1)]),
  );
  return systemRef => tones.get(systemRef ?? NO_SYSTEM) ?? TONES - 1;
}
