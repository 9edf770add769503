import { ConflictError, NotFoundError } from '@backstage/errors';
import type { CommitOptions } from '@groundwork/plugin-forge-node';
import { isSameCommit, writeEdits } from './edits';
import { readRefs, updateRefs } from './refs';
import { resolveCommit } from './Revisions';

/**
 * Commits edits on a branch that is where the editor saw it.
 *
 * @remarks
 * A call that is repeated after a crash finds its own commit there, and answers with that.
 *
 * @returns the commit
 */
export async function commitToBranch(
  directory: string,
  options: CommitOptions,
): Promise<string> {
  const { branch, edits, message, actor } = options;
  const ref = `refs/heads/${branch}`;
  const head = (await readRefs(directory)).get(ref);
  if (!head) {
    throw new NotFoundError(`There is no branch '${branch}'`);
  }
  const parent = await resolveCommit(directory, options.expectedHead);
  const id = await writeEdits(directory, { parent, edits, message, actor });
  if (head === parent) {
    await updateRefs(directory, [{ ref, before: head, after: id }]);
    return id;
  }
  if (await isSameCommit(directory, head, id)) {
    return head;
  }
  throw new ConflictError(
    `'${branch}' has new commits since ${parent.slice(
      0,
      10,
    )}; look at them and retry`,
  );
}
