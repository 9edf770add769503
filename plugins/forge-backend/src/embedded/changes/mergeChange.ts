import { ConflictError } from '@backstage/errors';
import type { Actor } from '@groundwork/plugin-forge-node';
import { readRefs, type RefSnapshot } from '../refs';
import { writeCommit } from '../writeCommit';
import { findMergeBase, isContained } from './ancestry';
import { amend, type StoredChange } from './ChangeRecord';
import { ChangeStore } from './ChangeStore';
import { tryMerge } from './checkMergeability';
import { requireHead, requireOpen } from './reviseChange';

/** A push to the target may come between; it is merged with, too. */
const MAX_ATTEMPTS = 3;

interface MergeOptions {
  number: number;
  expectedHead: string;
  actor: Actor;
}

/** Merges a change with a merge commit; target branch and record move in one step. */
export async function mergeChange(
  directory: string,
  options: MergeOptions,
): Promise<StoredChange> {
  for (let attempt = 1; ; attempt++) {
    const refs = await readRefs(directory);
    try {
      return await attemptMerge(directory, refs, options);
    } catch (error) {
      const hasMoved = await haveBranchesMoved(directory, refs);
      if (!hasMoved || attempt === MAX_ATTEMPTS) {
        throw error;
      }
    }
  }
}

async function attemptMerge(
  directory: string,
  refs: RefSnapshot,
  { number, expectedHead, actor }: MergeOptions,
): Promise<StoredChange> {
  const stored = await ChangeStore.create(directory).get(number);
  if (isMergedAlready(stored, expectedHead, actor)) {
    return stored;
  }
  requireOpen(stored);
  const head = requireHead(stored, refs, expectedHead);
  const target = requireTarget(stored, refs);
  const commit = await writeMerge(directory, stored, { target, head, actor });
  return moveBranch(directory, stored, { target, head, commit, actor });
}

/** The record says what is about to happen, and then all of it happens at once. */
async function moveBranch(
  directory: string,
  stored: StoredChange,
  merge: { target: string; head: string; commit: string; actor: Actor },
): Promise<StoredChange> {
  const { target, head, commit, actor } = merge;
  const { record } = stored;
  const store = ChangeStore.create(directory);
  const base = (await findMergeBase(directory, target, head)) ?? record.base;
  const by = actor.signature;
  const begun = await store.save(
    stored,
    { ...record, head, base, merging: { commit, by: actor.ref } },
    { by },
  );
  const merged = amend(begun.record, 'merged', {
    state: 'merged',
    mergeCommit: commit,
    endedBy: actor.ref,
    merging: undefined,
  });
  const source = `refs/heads/${record.sourceBranch}`;
  const branch = `refs/heads/${record.targetBranch}`;
  return store.save(begun, merged, {
    by,
    updates: [
      { ref: source, before: head, after: head },
      { ref: branch, before: target, after: commit },
    ],
  });
}

function requireTarget(
  { number, record }: StoredChange,
  refs: RefSnapshot,
): string {
  const target = refs.get(`refs/heads/${record.targetBranch}`);
  if (!target) {
    throw new ConflictError(
      `The branch '${record.targetBranch}' is gone; close change ${number}`,
    );
  }
  return target;
}

function isMergedAlready(
  { record }: StoredChange,
  expectedHead: string,
  actor: Actor,
): boolean {
  return (
    record.state === 'merged' &&
    record.head === expectedHead &&
    record.endedBy === actor.ref
  );
}

async function writeMerge(
  directory: string,
  { number, record }: StoredChange,
  options: { target: string; head: string; actor: Actor },
): Promise<string> {
  const { target, head, actor } = options;
  if (await isContained(directory, head, target)) {
    throw new ConflictError(
      `'${record.targetBranch}' has every commit of change ${number} already; close it`,
    );
  }
  const merge = await tryMerge(directory, target, head);
  if (merge.state === 'conflicts') {
    throw new ConflictError(
      `Change ${number} conflicts with '${
        record.targetBranch
      }' in ${merge.paths.join(', ')}`,
    );
  }
  return writeCommit(directory, {
    tree: merge.tree,
    parents: [target, head],
    message: `Merge change ${number}: ${record.title}\n\n${record.description}`,
    author: actor.signature,
  });
}

async function haveBranchesMoved(
  directory: string,
  before: RefSnapshot,
): Promise<boolean> {
  const after = await readRefs(directory);
  return (
    after.size !== before.size ||
    [...before].some(([ref, commit]) => after.get(ref) !== commit)
  );
}
