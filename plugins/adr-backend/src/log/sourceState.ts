import type { SourceState } from '@groundwork/plugin-adr-common';
import type { StoredSource } from '../database/SourceStore';

/** How old what is shown of a source is, and why. */
export function toSourceState(source: StoredSource): SourceState {
  const { plan, readAt, error, missingSince } = source;
  const reason =
    missingSince === undefined
      ? error
      : 'The catalog no longer knows this repository; what was read last is kept for some days';
  return {
    source: plan.id,
    entityRefs: [...new Set(plan.places.map(({ entityRef }) => entityRef))],
    ...(readAt !== undefined && { readAt: new Date(readAt).toISOString() }),
    ...(reason !== undefined && { error: reason }),
  };
}
