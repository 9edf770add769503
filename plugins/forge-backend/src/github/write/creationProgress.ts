import { ConflictError } from '@backstage/errors';
import { isSameName } from '../../embedded/names';
import { hasStatus } from '../api/GithubFailure';
import type { RepositoryApi } from '../api/RepositoryApi';
import {
  commitAnswer,
  repositoryAnswer,
  type CommitAnswer,
  type RepositoryAnswer,
} from '../api/schemas';
import { readDescription, recognize } from './creationMark';

/** How far an earlier attempt with the same key has come. */
export type Progress =
  | { state: 'empty' }
  | { state: 'seeded'; commit: string }
  | { state: 'done'; commit: string };

/** The repository of this very name. */
export async function findRepository(
  api: RepositoryApi,
): Promise<RepositoryAnswer | undefined> {
  try {
    const answer = await api.get('', repositoryAnswer);
    // The old name of a renamed repository leads to the new one, and is free.
    return isSameName(api.name, { ...api.name, name: answer.name })
      ? answer
      : undefined;
  } catch (error) {
    if (hasStatus(error, 404)) {
      return undefined;
    }
    throw error;
  }
}

/** How far a repository is; refused as a conflict when it is not one that attempts with this key make. */
export async function findProgress(
  api: RepositoryApi,
  answer: RepositoryAnswer,
  key: string,
): Promise<Progress> {
  const marked = readDescription(answer.description).key;
  const first = await readFirstCommit(api, answer.default_branch);
  const kind = first && recognize(first.commit.message, key);
  if (first && kind === 'first') {
    return { state: 'done', commit: first.sha };
  }
  if (marked === key && !first) {
    return { state: 'empty' };
  }
  if (marked === key && first && kind === 'seed') {
    return { state: 'seeded', commit: first.sha };
  }
  throw new ConflictError(
    marked === undefined || first
      ? `There is already a repository ${api.label}; choose another name`
      : `Another task is creating ${api.label}; choose another name, or delete the empty repository if that task will not be run again`,
  );
}

/** The commit that a branch began with; undefined for a repository without commits. */
async function readFirstCommit(
  api: RepositoryApi,
  branch: string,
): Promise<CommitAnswer | undefined> {
  try {
    const query = { sha: branch, per_page: 1 };
    const page = await api.page('/commits', commitAnswer, query);
    const last = page.last
      ? await api.page('/commits', commitAnswer, page.last)
      : page;
    return last.items.at(-1);
  } catch (error) {
    if (hasStatus(error, 404, 409)) {
      return undefined;
    }
    throw error;
  }
}
