import type { Change } from '@groundwork/plugin-forge-common';
import type { ChangeEvent } from '@groundwork/plugin-forge-node';
import { z } from 'zod';

const reviewSchema = z.object({
  author: z.string(),
  verdict: z.enum(['approve', 'request-changes', 'comment']),
  comment: z.string().optional(),
  head: z.string(),
  at: z.string(),
});

/** What is kept of a change; the rest is worked out from the branches. */
export const changeRecordSchema = z.object({
  title: z.string(),
  description: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  author: z.string(),
  sourceBranch: z.string(),
  targetBranch: z.string(),
  head: z.string(),
  base: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  mergeCommit: z.string().optional(),
  endedBy: z.string().optional(),
  reviews: z.array(reviewSchema),
  /** A merge that has begun: whoever finds its commit on the target branch knows that it has ended, and for whom. */
  merging: z.object({ commit: z.string(), by: z.string() }).optional(),
  /** What happened, in order; listeners are told of what they have not heard yet. */
  actions: z.array(
    z.enum(['opened', 'updated', 'reviewed', 'merged', 'closed']),
  ),
});

/** What is kept of a change. */
export type ChangeRecord = z.infer<typeof changeRecordSchema>;

/** A record with its number and the commit that holds it. */
export interface StoredChange {
  number: number;
  id: string;
  record: ChangeRecord;
}

/** The record after something happened to the change. */
export function amend(
  record: ChangeRecord,
  action: ChangeEvent['action'],
  differences: Partial<ChangeRecord>,
): ChangeRecord {
  return {
    ...record,
    ...differences,
    updatedAt: new Date().toISOString(),
    actions: [...record.actions, action],
  };
}

/** Whether both speak of the same proposal. */
export function isSameProposal(
  a: Pick<Change, 'sourceBranch' | 'targetBranch'>,
  b: Pick<Change, 'sourceBranch' | 'targetBranch'>,
): boolean {
  return a.sourceBranch === b.sourceBranch && a.targetBranch === b.targetBranch;
}
