import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  FileEdit,
  OpenChangeOptions,
} from '@groundwork/plugin-forge-node';
import { nameBranches } from '../../hosts/nameBranches';
import { isSameCommit, writeEdits } from '../edits';
import { checkRefName } from '../names';
import type { RefSnapshot, RefUpdate } from '../refs';
import { resolveCommit } from '../Revisions';

/** The branch of a new change, and what has to happen to it. */
export interface Proposal {
  sourceBranch: string;
  head: string;
  update: RefUpdate;
}

/** Proposes a branch that exists. */
export function proposeBranch(
  refs: RefSnapshot,
  branch: string | undefined,
): Proposal {
  if (!branch) {
    throw new InputError('A change needs edits or the branch to merge');
  }
  const head = refs.get(`refs/heads/${branch}`);
  if (!head) {
    throw new NotFoundError(`There is no branch '${branch}'`);
  }
  return keep(branch, head);
}

/** Puts edits on a branch of their own; one that an earlier attempt has left is taken. */
export async function proposeEdits(
  directory: string,
  options: OpenChangeOptions & {
    edits: FileEdit[];
    refs: RefSnapshot;
    target: string;
  },
): Promise<Proposal> {
  const { title, description, refs, actor, edits } = options;
  const head = await writeEdits(directory, {
    parent: options.baseCommit
      ? await resolveCommit(directory, options.baseCommit)
      : options.target,
    edits,
    message:
      options.message ?? [title, description].filter(Boolean).join('\n\n'),
    actor,
  });
  const names = options.sourceBranch
    ? [checkRefName(options.sourceBranch)]
    : nameBranches(title, head);
  for (const sourceBranch of names) {
    const ref = `refs/heads/${sourceBranch}`;
    const taken = refs.get(ref);
    if (!taken && isFree(refs, ref)) {
      return {
        sourceBranch,
        head,
        update: { ref, before: undefined, after: head },
      };
    }
    if (taken && (await isSameCommit(directory, taken, head))) {
      return keep(sourceBranch, taken);
    }
  }
  throw new ConflictError(
    `There is already a branch '${names[0]}'; choose another name`,
  );
}

function keep(sourceBranch: string, head: string): Proposal {
  return {
    sourceBranch,
    head,
    update: { ref: `refs/heads/${sourceBranch}`, before: head, after: head },
  };
}

/** A branch is a file or a directory to Git, never both. */
function isFree(refs: RefSnapshot, ref: string): boolean {
  return ![...refs.keys()].some(
    other => other.startsWith(`${ref}/`) || ref.startsWith(`${other}/`),
  );
}
