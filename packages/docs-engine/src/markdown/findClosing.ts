import type { StateInline } from './markdownItTypes';

/** Marks that a text does not hold any more from some place on, by text. */
const absent = new WeakMap<StateInline, Set<string>>();

/**
 * Finds the next place of a closing mark.
 *
 * @remarks Remembers marks that do not come any more, so that a text of nothing but opening marks is not searched to
 * its end from each of them.
 */
export function findClosing(
  state: StateInline,
  mark: string,
  from: number,
): number | undefined {
  const missing = absent.get(state) ?? new Set<string>();
  if (missing.has(mark)) {
    return undefined;
  }
  const end = state.src.indexOf(mark, from);
  if (end < 0) {
    absent.set(state, missing.add(mark));
  }
  return end < 0 || end + mark.length > state.posMax ? undefined : end;
}
