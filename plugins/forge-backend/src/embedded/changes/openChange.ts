import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { OpenChangeOptions } from '@groundwork/plugin-forge-node';
import { readDefaultBranch, readRefs, type RefSnapshot } from '../refs';
import { findMergeBase, isContained } from './ancestry';
import {
  isSameProposal,
  type ChangeRecord,
  type StoredChange,
} from './ChangeRecord';
import { ChangeStore } from './ChangeStore';
import { proposeBranch, proposeEdits, type Proposal } from './proposals';

/** Opens a change: the branch, if it is new, and the record in one step. */
export async function openChange(
  directory: string,
  options: OpenChangeOptions,
): Promise<StoredChange> {
  const refs = await readRefs(directory);
  const targetBranch =
    options.targetBranch ?? (await readDefaultBranch(directory));
  const target = requireBranch(refs, targetBranch);
  const { edits } = options;
  const proposal = edits
    ? await proposeEdits(directory, { ...options, edits, refs, target })
    : proposeBranch(refs, options.sourceBranch);
  const base = await findBase(directory, target, proposal.head);

  const store = ChangeStore.create(directory);
  const existing = (await store.list()).find(
    ({ record }) =>
      record.state === 'open' &&
      isSameProposal(record, { ...proposal, targetBranch }),
  );
  if (existing) {
    return answerAgain(existing, proposal, options);
  }
  return store.add(createRecord(options, { ...proposal, targetBranch, base }), {
    by: options.actor.signature,
    updates: [proposal.update],
  });
}

function requireBranch(refs: RefSnapshot, branch: string): string {
  const commit = refs.get(`refs/heads/${branch}`);
  if (!commit) {
    throw new NotFoundError(`There is no branch '${branch}'`);
  }
  return commit;
}

async function findBase(
  directory: string,
  target: string,
  head: string,
): Promise<string> {
  const base = await findMergeBase(directory, target, head);
  if (!base) {
    throw new InputError(
      'The branches have no commit in common and cannot be merged',
    );
  }
  if (await isContained(directory, head, target)) {
    throw new InputError(
      'There is nothing to propose: the target has every commit of the branch',
    );
  }
  return base;
}

/** A second call of the same is answered as the first one was. */
function answerAgain(
  existing: StoredChange,
  proposal: Proposal,
  { title, actor }: OpenChangeOptions,
): StoredChange {
  const { record, number } = existing;
  if (
    record.author === actor.ref &&
    record.title === title &&
    record.head === proposal.head
  ) {
    return existing;
  }
  throw new ConflictError(
    `Change ${number} proposes '${proposal.sourceBranch}' already; update that one`,
  );
}

function createRecord(
  { title, description = '', actor }: OpenChangeOptions,
  branches: Proposal & { targetBranch: string; base: string },
): ChangeRecord {
  const now = new Date().toISOString();
  return {
    title,
    description,
    state: 'open',
    author: actor.ref,
    sourceBranch: branches.sourceBranch,
    targetBranch: branches.targetBranch,
    head: branches.head,
    base: branches.base,
    createdAt: now,
    updatedAt: now,
    reviews: [],
    actions: ['opened'],
  };
}
