import { InputError, NotFoundError } from '@backstage/errors';
import type { Commit, Page } from '@groundwork/plugin-forge-common';
import { GitError } from '@groundwork/plugin-forge-node';
import { git } from './git';
import { groupsOf, splitNul } from './parseNul';
import { checkCommitId, resolveCommit } from './Revisions';

const FIELDS = ['%H', '%P', '%an', '%ae', '%cn', '%ce', '%cI', '%B'];
const FORMAT = `--format=tformat:${FIELDS.join('%x00')}`;

const MAX_PAGE = 100;

/** Reads history from a commit, newest first; a cursor stays with the commit that it began at. */
export async function listCommits(
  directory: string,
  options: { commit: string; path: string; cursor?: string; limit?: number },
): Promise<Page<Commit>> {
  const limit = Math.min(Math.max(options.limit ?? 30, 1), MAX_PAGE);
  const { start, skip } = await openCursor(directory, options);
  const output = await git(
    directory,
    [
      'log',
      '-z',
      FORMAT,
      `--max-count=${limit + 1}`,
      `--skip=${skip}`,
      start,
      '--',
      ...(options.path ? [options.path] : []),
    ],
    { env: { GIT_LITERAL_PATHSPECS: '1' } },
  );
  const commits = parseCommits(output);
  return {
    items: commits.slice(0, limit),
    ...(commits.length > limit
      ? { nextCursor: `${start}.${skip + limit}` }
      : {}),
  };
}

async function openCursor(
  directory: string,
  { cursor, commit }: { cursor?: string; commit: string },
): Promise<{ start: string; skip: number }> {
  if (cursor === undefined) {
    return { start: commit, skip: 0 };
  }
  const match = /^([0-9a-f]{40})\.(\d{1,9})$/.exec(cursor);
  if (!match) {
    throw new InputError('The cursor is not one that this list gave');
  }
  return {
    start: await resolveCommit(directory, match[1]),
    skip: Number(match[2]),
  };
}

/** Reads one commit. */
export async function readCommit(
  directory: string,
  id: string,
): Promise<Commit> {
  try {
    const output = await git(directory, [
      'log',
      '-z',
      FORMAT,
      '--max-count=1',
      checkCommitId(id),
      '--',
    ]);
    return parseCommits(output)[0];
  } catch (error) {
    if (error instanceof GitError) {
      throw new NotFoundError(`No commit ${id}`);
    }
    throw error;
  }
}

function parseCommits(output: string): Commit[] {
  return groupsOf(splitNul(output), FIELDS.length).map(
    ([id, parents, name, email, committer, committerEmail, date, message]) => {
      const [title, ...rest] = message.trim().split('\n');
      return {
        id,
        parents: parents.split(' ').filter(Boolean),
        author: { name, email },
        committer: { name: committer, email: committerEmail },
        committedAt: date,
        title,
        body: rest.join('\n').trim(),
      };
    },
  );
}
