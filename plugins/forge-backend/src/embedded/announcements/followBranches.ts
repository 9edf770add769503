import {
  findMergeBase,
  findMergeCommit,
  isContained,
} from '../changes/ancestry';
import {
  amend,
  type ChangeRecord,
  type StoredChange,
} from '../changes/ChangeRecord';
import type { ChangeStore } from '../changes/ChangeStore';
import type { RefSnapshot } from '../refs';

/** What has happened to the branches of a repository. */
export interface BranchMoves {
  directory: string;
  before: RefSnapshot;
  after: RefSnapshot;
  /** Who moved them, where one person did. */
  by?: string;
}

/**
 * Writes into a change what a push has made of it: new commits, or a merge.
 *
 * @returns the change as it is then
 */
export async function followBranches(
  store: ChangeStore,
  stored: StoredChange,
  moves: BranchMoves,
): Promise<StoredChange> {
  if (stored.record.state !== 'open') {
    return stored;
  }
  const next = await follow(stored.record, moves);
  return next ? store.save(stored, next) : stored;
}

async function follow(
  record: ChangeRecord,
  { directory, before, after, by }: BranchMoves,
): Promise<ChangeRecord | undefined> {
  const targetRef = `refs/heads/${record.targetBranch}`;
  const target = after.get(targetRef);
  const source = after.get(`refs/heads/${record.sourceBranch}`);
  const head = source ?? record.head;
  if (target) {
    const mergeCommit = await findMerge(directory, record, {
      head,
      target,
      oldTarget: before.get(targetRef),
    });
    if (mergeCommit) {
      const isOurs = mergeCommit === record.merging?.commit;
      return amend(record, 'merged', {
        state: 'merged',
        head: isOurs ? record.head : head,
        mergeCommit,
        endedBy: isOurs ? record.merging?.by : by,
        merging: undefined,
      });
    }
  }
  if (head === record.head) {
    return undefined;
  }
  const base = target && (await findMergeBase(directory, target, head));
  return amend(record, 'updated', { head, base: base || record.base });
}

/** The target has come to contain the head: by a merge of ours that a kill cut short, or by a push. */
async function findMerge(
  directory: string,
  { merging }: ChangeRecord,
  commits: { head: string; target: string; oldTarget?: string },
): Promise<string | undefined> {
  const { head, target, oldTarget } = commits;
  if (merging && (await isContained(directory, merging.commit, target))) {
    return merging.commit;
  }
  const isNew =
    target !== oldTarget &&
    (await isContained(directory, head, target)) &&
    !(oldTarget && (await isContained(directory, head, oldTarget)));
  return isNew ? findMergeCommit(directory, head, target) : undefined;
}
