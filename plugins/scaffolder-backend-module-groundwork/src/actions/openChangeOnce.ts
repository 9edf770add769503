import { isError } from '@backstage/errors';
import type { Change, RepositoryName } from '@groundwork/plugin-forge-common';
import type {
  ForgeHost,
  OpenChangeOptions,
} from '@groundwork/plugin-forge-node';

/**
 * Opens a change, or finds the one that an earlier attempt opened.
 *
 * @remarks
 * The branch belongs to the task alone, so a branch that is there already holds the commit of that attempt.
 */
export async function openChangeOnce(
  host: ForgeHost,
  options: OpenChangeOptions & { sourceBranch: string },
): Promise<Change> {
  const { sourceBranch } = options;
  const earlier = await findChange(host, options, sourceBranch);
  if (earlier) {
    return earlier;
  }
  try {
    return await host.openChange(options);
  } catch (error) {
    const isTaken = isError(error) && error.name === 'ConflictError';
    if (!isTaken || !(await hasBranch(host, options, sourceBranch))) {
      throw error;
    }
    const { edits, baseCommit, message, ...withoutEdits } = options;
    return (
      (await findChange(host, options, sourceBranch)) ??
      (await host.openChange(withoutEdits))
    );
  }
}

async function findChange(
  host: ForgeHost,
  { namespace, name }: RepositoryName,
  branch: string,
): Promise<Change | undefined> {
  const changes = await host.listChanges({ namespace, name });
  return changes.find(({ sourceBranch }) => sourceBranch === branch);
}

async function hasBranch(
  host: ForgeHost,
  { namespace, name }: RepositoryName,
  branch: string,
): Promise<boolean> {
  const { branches } = await host.listRefs({ namespace, name });
  return branches.some(candidate => candidate.name === branch);
}
