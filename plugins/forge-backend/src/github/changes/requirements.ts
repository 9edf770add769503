import { ConflictError } from '@backstage/errors';
import type { PullAnswer } from '../api/schemas';

/** Refuses what can be done to an open change only. */
export function requireOpen(pull: PullAnswer): void {
  if (pull.state !== 'open') {
    const state = pull.merged_at ? 'merged' : 'closed';
    throw new ConflictError(`Change ${pull.number} is ${state}`);
  }
}

/** Refuses what was decided about another head. */
export function requireHead(pull: PullAnswer, expected: string): void {
  if (pull.head.sha !== expected) {
    throw new ConflictError(
      `Change ${pull.number} has new commits; look at them and try again`,
    );
  }
}
