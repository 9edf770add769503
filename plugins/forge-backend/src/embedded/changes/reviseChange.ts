import { ConflictError, InputError } from '@backstage/errors';
import type { ReviewVerdict } from '@groundwork/plugin-forge-common';
import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';
import { isSameCommit, writeEdits } from '../edits';
import { readRefs, type RefSnapshot, type RefUpdate } from '../refs';
import { resolveCommit } from '../Revisions';
import { findMergeBase } from './ancestry';
import { amend, type ChangeRecord, type StoredChange } from './ChangeRecord';
import { ChangeStore } from './ChangeStore';

/** A change is talked about, not used as a chat: each review is written again with the next one. */
const MAX_REVIEWS = 500;

/** Rewrites title or description, or adds a commit of edits to the source branch. */
export async function updateChange(
  directory: string,
  options: {
    number: number;
    title?: string;
    description?: string;
    edits?: FileEdit[];
    message?: string;
    expectedHead?: string;
    actor: Actor;
  },
): Promise<StoredChange> {
  const { actor, title, description } = options;
  const store = ChangeStore.create(directory);
  const stored = await store.get(options.number);
  const { record } = stored;
  requireOpen(stored);
  const texts = {
    title: title ?? record.title,
    description: description ?? record.description,
  };
  const edited = await writeOnSource(directory, record, options);
  const isSame =
    !edited &&
    texts.title === record.title &&
    texts.description === record.description;
  return isSame
    ? stored
    : store.save(
        stored,
        amend(record, 'updated', { ...texts, ...edited?.branches }),
        {
          by: actor.signature,
          updates: edited?.updates,
        },
      );
}

/** Records what a reviewer says of the head that they saw. */
export async function reviewChange(
  directory: string,
  options: {
    number: number;
    verdict: ReviewVerdict;
    comment?: string;
    expectedHead: string;
    actor: Actor;
  },
): Promise<StoredChange> {
  const { verdict, comment, expectedHead, actor } = options;
  const store = ChangeStore.create(directory);
  const stored = await store.get(options.number);
  const { record } = stored;
  requireOpen(stored);
  requireHead(stored, await readRefs(directory), expectedHead);
  if (record.reviews.length >= MAX_REVIEWS) {
    throw new InputError(
      `Change ${stored.number} has ${MAX_REVIEWS} reviews, and no room for more`,
    );
  }
  const review = {
    author: actor.ref,
    verdict,
    ...(comment && { comment }),
    head: expectedHead,
    at: new Date().toISOString(),
  };
  return store.save(
    stored,
    amend(record, 'reviewed', { reviews: [...record.reviews, review] }),
    { by: actor.signature },
  );
}

/** Ends a change without merging it. */
export async function closeChange(
  directory: string,
  { number, actor }: { number: number; actor: Actor },
): Promise<StoredChange> {
  const store = ChangeStore.create(directory);
  const stored = await store.get(number);
  const { record } = stored;
  if (record.state === 'closed' && record.endedBy === actor.ref) {
    return stored;
  }
  requireOpen(stored);
  const head =
    (await readRefs(directory)).get(`refs/heads/${record.sourceBranch}`) ??
    record.head;
  return store.save(
    stored,
    amend(record, 'closed', { state: 'closed', endedBy: actor.ref, head }),
    { by: actor.signature },
  );
}

/** Refuses what can be done to an open change only. */
export function requireOpen({ number, record }: StoredChange): void {
  if (record.state !== 'open') {
    throw new ConflictError(
      `Change ${number} is ${record.state}${
        record.endedBy ? ` by ${record.endedBy}` : ''
      }`,
    );
  }
}

/** The head of the source branch, if it is the one that somebody has looked at. */
export function requireHead(
  { number, record }: Pick<StoredChange, 'number' | 'record'>,
  refs: RefSnapshot,
  expected?: string,
): string {
  const head = refs.get(`refs/heads/${record.sourceBranch}`);
  if (!head) {
    throw new ConflictError(
      `The branch '${record.sourceBranch}' of change ${number} is gone; push it again, or close the change`,
    );
  }
  if (expected !== undefined && expected !== head) {
    throw moved(number);
  }
  return head;
}

function moved(number: number): ConflictError {
  return new ConflictError(
    `Change ${number} has new commits; look at them and retry`,
  );
}

interface SourceEdits {
  number: number;
  edits?: FileEdit[];
  message?: string;
  expectedHead?: string;
  actor: Actor;
}

async function writeOnSource(
  directory: string,
  record: ChangeRecord,
  options: SourceEdits,
): Promise<
  | { branches: Pick<ChangeRecord, 'head' | 'base'>; updates: RefUpdate[] }
  | undefined
> {
  const { number, edits } = options;
  if (!edits) {
    return undefined;
  }
  const refs = await readRefs(directory);
  const before = requireHead({ number, record }, refs);
  const head = await writeOnce(directory, before, { ...options, edits });
  if (!head) {
    throw moved(number);
  }
  const target = refs.get(`refs/heads/${record.targetBranch}`);
  const base = target && (await findMergeBase(directory, target, head));
  return {
    branches: { head, base: base || record.base },
    updates: [
      { ref: `refs/heads/${record.sourceBranch}`, before, after: head },
    ],
  };
}

/**
 * Writes a commit on the head of a branch.
 *
 * @returns the head itself when it is that commit, from an earlier attempt; undefined when it is another one
 */
async function writeOnce(
  directory: string,
  head: string,
  options: SourceEdits & { edits: FileEdit[] },
): Promise<string | undefined> {
  const { edits, message = 'Update', expectedHead, actor } = options;
  const parent = expectedHead
    ? await resolveCommit(directory, expectedHead)
    : head;
  const id = await writeEdits(directory, { parent, edits, message, actor });
  if (head === parent) {
    return id;
  }
  return (await isSameCommit(directory, head, id)) ? head : undefined;
}
