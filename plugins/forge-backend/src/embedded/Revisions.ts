import { InputError, NotFoundError } from '@backstage/errors';
import { GitError } from '@groundwork/plugin-forge-node';
import { git } from './git';
import {
  CHANGE_REFS,
  readDefaultBranch,
  readRefs,
  type RefSnapshot,
} from './refs';

const COMMIT_ID = /^[0-9a-f]{7,40}$/;
const WHOLE_COMMIT_ID = /^[0-9a-f]{40}$/;

/** A revision that exists, the commit that it names, and the path after it. */
export interface SplitRevision {
  revision: string;
  commit: string;
  path: string;
}

/**
 * Finds the commit of a branch, tag or commit id.
 *
 * @remarks
 * Names are looked up and never handed to Git as expressions. A commit is found by its id only while a branch, tag or
 * change still contains it: what was pushed and withdrawn stays private.
 */
export async function resolveRevision(
  directory: string,
  revision?: string,
): Promise<string> {
  const refs = await readRefs(directory);
  const name = revision || (await readDefaultBranch(directory));
  const commit = await findCommit(directory, refs, name);
  if (!commit) {
    throw new NotFoundError(
      revision
        ? `No branch, tag or commit '${shorten(revision)}'`
        : 'The repository has no commit yet',
    );
  }
  return commit;
}

/** Splits `release/1.x/docs/index.md` at the longest revision that exists. */
export async function splitRevision(
  directory: string,
  rest: string,
): Promise<SplitRevision> {
  const refs = await readRefs(directory);
  const parts = rest.split('/').filter(Boolean);
  if (parts.length === 0) {
    const revision = await readDefaultBranch(directory);
    const commit = await resolveRevision(directory);
    return { revision, commit, path: '' };
  }
  for (let length = parts.length; length > 0; length--) {
    const revision = parts.slice(0, length).join('/');
    const commit = refsCommit(refs, revision);
    if (commit) {
      return { revision, commit, path: parts.slice(length).join('/') };
    }
  }
  const commit = await findCommit(directory, refs, parts[0]);
  if (!commit) {
    throw new NotFoundError(
      `No branch, tag or commit at the start of '${shorten(rest)}'`,
    );
  }
  return { revision: parts[0], commit, path: parts.slice(1).join('/') };
}

/** The id of what stands at a path of a commit: a tree or a blob. */
export async function resolveObject(
  directory: string,
  commit: string,
  path: string,
): Promise<string> {
  try {
    const id = await git(directory, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${commit}:${path}`,
    ]);
    return id.trim();
  } catch (error) {
    if (error instanceof GitError) {
      throw new NotFoundError(
        `No '${shorten(path)}' at ${commit.slice(0, 10)}`,
      );
    }
    throw error;
  }
}

/** Refuses anything but a whole commit id, where no name is expected. */
export function checkCommitId(id: string): string {
  if (!WHOLE_COMMIT_ID.test(id)) {
    throw new InputError(`'${shorten(id)}' is not a whole commit id`);
  }
  return id;
}

/** A commit that a branch, tag or change contains, by its whole id. */
export async function resolveCommit(
  directory: string,
  id: string,
): Promise<string> {
  const refs = await readRefs(directory);
  const commit = await findById(directory, refs, checkCommitId(id));
  if (!commit) {
    throw new NotFoundError(`No commit ${id}`);
  }
  return commit;
}

function refsCommit(refs: RefSnapshot, name: string): string | undefined {
  return refs.get(`refs/heads/${name}`) ?? refs.get(`refs/tags/${name}`);
}

/** A whole id always means the commit: a branch of that name must not take its place. */
async function findCommit(
  directory: string,
  refs: RefSnapshot,
  name: string,
): Promise<string | undefined> {
  const byId = () => findById(directory, refs, name);
  return WHOLE_COMMIT_ID.test(name)
    ? (await byId()) ?? refsCommit(refs, name)
    : refsCommit(refs, name) ?? byId();
}

async function findById(
  directory: string,
  refs: RefSnapshot,
  id: string,
): Promise<string | undefined> {
  if (!COMMIT_ID.test(id)) {
    return undefined;
  }
  if ([...refs.values()].includes(id)) {
    return id;
  }
  const output = await git(
    directory,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${id}^{commit}`],
    { acceptExitCodes: [1, 128] },
  );
  const commit = output.trim();
  return commit && (await isReachable(directory, commit)) ? commit : undefined;
}

async function isReachable(directory: string, id: string): Promise<boolean> {
  const output = await git(
    directory,
    [
      'for-each-ref',
      '--count=1',
      '--format=%(refname)',
      `--contains=${id}`,
      'refs/heads',
      'refs/tags',
      CHANGE_REFS,
    ],
    { acceptExitCodes: [129] },
  );
  return output.trim() !== '';
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
