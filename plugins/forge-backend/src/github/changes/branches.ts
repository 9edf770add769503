import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { RepositoryApi } from '../api/RepositoryApi';
import { encodePath } from '../api/RestApi';
import { comparisonAnswer, pullAnswer, type PullAnswer } from '../api/schemas';
import { isFromFork } from './presentPull';

/** Removes a branch that was made for a pull request which GitHub refuses, and returns what to report. */
export async function takeBack(
  api: RepositoryApi,
  branch: string,
  reason: unknown,
): Promise<unknown> {
  try {
    await api.order('DELETE', `/git/refs/heads/${encodePath(branch)}`);
    return reason;
  } catch (error) {
    return new ServiceUnavailableError(
      `${reason}. The branch '${branch}' was left behind in ${api.label}; delete it`,
      error,
    );
  }
}

/** The open pull request of a branch and its target. */
export async function findOpen(
  api: RepositoryApi,
  branch: string,
  base: string,
): Promise<PullAnswer | undefined> {
  const { namespace } = api.name;
  const pulls = await api.list('/pulls', pullAnswer, {
    query: { state: 'open', head: `${namespace}:${branch}`, base },
  });
  const repository = formatRepositoryName(api.name);
  return pulls.find(
    pull =>
      pull.head.ref === branch &&
      pull.base.ref === base &&
      !isFromFork(pull, repository),
  );
}

/** Refuses edits that were made against something that the target does not contain. */
export async function requireAncestor(
  api: RepositoryApi,
  range: { commit: string; branch: string; target: string },
): Promise<void> {
  const { commit, branch, target } = range;
  const { status } = await api.get(
    `/compare/${commit}...${target}`,
    comparisonAnswer,
    { query: { per_page: 1 } },
  );
  if (status !== 'ahead' && status !== 'identical') {
    throw new ConflictError(
      `The edits were made against ${commit.slice(
        0,
        10,
      )}, which '${branch}' does not contain; look at the files again`,
    );
  }
}
