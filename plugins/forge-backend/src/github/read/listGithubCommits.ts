import { InputError } from '@backstage/errors';
import type { Commit, Page } from '@groundwork/plugin-forge-common';
import { checkPath } from '../../embedded/names';
import type { RepositoryApi } from '../api/RepositoryApi';
import { PAGE_SIZE } from '../api/RestApi';
import { commitAnswer, type CommitAnswer } from '../api/schemas';
import type { GithubRevisions } from './GithubRevisions';

/** The length of a page that nobody asked for another length of. */
const DEFAULT_LIMIT = 30;

/** Reads history, newest first; a cursor stays with the commit and the length that it began with. */
export async function listGithubCommits(
  api: RepositoryApi,
  revisions: GithubRevisions,
  options: {
    revision?: string;
    path?: string;
    cursor?: string;
    limit?: number;
  },
): Promise<Page<Commit>> {
  const { commit, page, limit } =
    parseCursor(options.cursor) ?? (await begin(api, revisions, options));
  const path = checkPath(options.path);
  const answer = await api.page('/commits', commitAnswer, {
    sha: commit,
    path: path || undefined,
    per_page: limit,
    page,
  });
  return {
    items: answer.items.map(toCommit),
    ...(answer.next && { nextCursor: `${commit}.${limit}.${page + 1}` }),
  };
}

async function begin(
  api: RepositoryApi,
  revisions: GithubRevisions,
  options: { revision?: string; limit?: number },
) {
  const { sha } = await revisions.resolve(api, options.revision);
  const limit = options.limit ?? DEFAULT_LIMIT;
  return {
    commit: sha,
    page: 1,
    limit: Math.min(Math.max(limit, 1), PAGE_SIZE),
  };
}

function parseCursor(cursor: string | undefined) {
  if (cursor === undefined) {
    return undefined;
  }
  const match = /^([0-9a-f]{40})\.(\d{1,3})\.(\d{1,6})$/.exec(cursor);
  if (!match) {
    throw new InputError('The cursor is not one that this list gave');
  }
  return { commit: match[1], limit: Number(match[2]), page: Number(match[3]) };
}

/** A commit in the words of the forge. */
export function toCommit({ sha, parents, commit }: CommitAnswer): Commit {
  const author = {
    name: commit.author?.name ?? '',
    email: commit.author?.email ?? '',
  };
  const [title, ...rest] = commit.message.trim().split('\n');
  return {
    id: sha,
    parents: parents.map(parent => parent.sha),
    author,
    committer: {
      name: commit.committer?.name ?? author.name,
      email: commit.committer?.email ?? author.email,
    },
    committedAt: commit.committer?.date ?? commit.author?.date ?? '',
    title,
    body: rest.join('\n').trim(),
  };
}
