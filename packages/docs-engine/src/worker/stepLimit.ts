import { LIMITS } from '../config/limits';
import type { SiteStep } from '../site/SiteHost';

/** Loading the engine, from source and on a busy machine. */
export const START_LIMIT_MS = 30_000;

/** Below this, the pauses of a garbage collection would count as faults of a page. */
const MINIMUM_MS = 250;

/** How long a step may take: pages by their size, everything else the same. */
export function limitOf({ size = 0 }: SiteStep, patience: number): number {
  const share = Math.min(size / LIMITS.pageBytes, 1);
  const limit = LIMITS.stepMilliseconds + share * LIMITS.pageMilliseconds;
  return Math.max(limit * patience, MINIMUM_MS);
}
