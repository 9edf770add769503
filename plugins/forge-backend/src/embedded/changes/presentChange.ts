import {
  formatShownPath,
  type Change,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import type { RefSnapshot } from '../refs';
import { findMergeBase } from './ancestry';
import type { StoredChange } from './ChangeRecord';
import { checkMergeability } from './checkMergeability';

/** A change as a list shows it: what its record says. */
export function presentRecord(
  { namespace, name }: RepositoryName,
  { number, record }: StoredChange,
): Change {
  const { merging, actions, ...change } = record;
  return {
    number,
    ...change,
    url: formatShownPath({
      namespace,
      name,
      view: 'changes',
      rest: String(number),
    }),
  };
}

/** A change as its branches make it at this moment. */
export async function presentChange(
  directory: string,
  name: RepositoryName,
  options: { stored: StoredChange; refs: RefSnapshot },
): Promise<Change> {
  const { stored, refs } = options;
  const change = presentRecord(name, stored);
  if (change.state !== 'open') {
    return change;
  }
  const source = refs.get(`refs/heads/${change.sourceBranch}`);
  const target = refs.get(`refs/heads/${change.targetBranch}`);
  const head = source ?? change.head;
  if (!target) {
    return { ...change, head, mergeability: { state: 'unknown' } };
  }
  return {
    ...change,
    head,
    base: (await findMergeBase(directory, target, head)) ?? change.base,
    mergeability: await checkMergeability(directory, target, source),
  };
}
