import { readFileSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { GitError } from '@groundwork/plugin-forge-node';
import { git } from './git';

/** Where the changes of a repository are recorded; clients see nothing of it. */
export const CHANGE_REFS = 'refs/groundwork/changes';

/** What a ref that does not exist is compared with. */
const ZERO_ID = '0'.repeat(40);

/** Git holds the lock of a ref for milliseconds; one this old was left behind by a process that was killed. */
const STALE_LOCK_MS = 60_000;

/** The refs that clients see: branches and tags by their full name, tags as the commit that they name. */
export type RefSnapshot = ReadonlyMap<string, string>;

/** Reads branches and tags, newest first; a tag of something else than a commit is left out. */
export async function readRefs(directory: string): Promise<RefSnapshot> {
  const output = await git(directory, [
    'for-each-ref',
    '--format=%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)',
    '--sort=-creatordate',
    'refs/heads',
    'refs/tags',
  ]);
  const refs = new Map<string, string>();
  for (const line of output.split('\n').filter(Boolean)) {
    const [name, type, id, peeledType, peeledId] = line.split(' ');
    if (type === 'commit') {
      refs.set(name, id);
    } else if (peeledType === 'commit') {
      refs.set(name, peeledId);
    }
  }
  return refs;
}

/** The branch that HEAD names, without `refs/heads/`. */
export async function readDefaultBranch(directory: string): Promise<string> {
  return parseHead(directory, await readFile(join(directory, 'HEAD'), 'utf8'));
}

/** As {@link readDefaultBranch}, for addresses, which are formatted without waiting. */
export function readDefaultBranchSync(directory: string): string {
  return parseHead(directory, readFileSync(join(directory, 'HEAD'), 'utf8'));
}

function parseHead(directory: string, head: string): string {
  const branch = /^ref: refs\/heads\/([^\s]+)\s*$/.exec(head)?.[1];
  if (!branch || branch.split('/').some(part => /^\.{0,2}$/.test(part))) {
    throw new InputError(
      `${join(
        directory,
        'HEAD',
      )} names no branch; write "ref: refs/heads/main"`,
    );
  }
  return branch;
}

/**
 * Reads one branch from the files of Git, without starting it: a list of repositories asks for hundreds.
 *
 * @returns undefined for a branch without a commit
 */
export async function readBranchFile(
  directory: string,
  branch: string,
): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const loose = await readFile(join(directory, ref), 'utf8').catch(() => '');
  if (/^[0-9a-f]{40}\s*$/.test(loose)) {
    return loose.trim();
  }
  const packed = await readFile(join(directory, 'packed-refs'), 'utf8').catch(
    () => '',
  );
  const line = packed.split('\n').find(text => text.slice(41) === ref);
  return line?.slice(0, 40);
}

/** One step of a ref transaction: undefined stands for a ref that is not there; equal ones only check. */
export interface RefUpdate {
  ref: string;
  before: string | undefined;
  after: string | undefined;
}

/** Moves several refs in the order given, or none; a conflict when one of them is not where it was expected. */
export async function updateRefs(
  directory: string,
  updates: readonly RefUpdate[],
): Promise<void> {
  try {
    await transact(directory, updates);
  } catch (error) {
    const lock = findLock(directory, error);
    if (!lock) {
      throw asConflict(error, updates);
    }
    if (!(await removeIfStale(lock))) {
      throw new ServiceUnavailableError(
        'Git has locked the branch for somebody else; retry in a minute',
      );
    }
    await transact(directory, updates);
  }
}

async function transact(
  directory: string,
  updates: readonly RefUpdate[],
): Promise<void> {
  await git(directory, ['update-ref', '--stdin', '-z'], {
    input: updates.map(formatUpdate).join(''),
  });
}

function formatUpdate({ ref, before, after }: RefUpdate): string {
  if (before === after) {
    return `verify ${ref}\0${before ?? ZERO_ID}\0`;
  }
  return after === undefined
    ? `delete ${ref}\0${before}\0`
    : `update ${ref}\0${after}\0${before ?? ZERO_ID}\0`;
}

function asConflict(error: unknown, updates: readonly RefUpdate[]): unknown {
  if (
    !(error instanceof GitError) ||
    !/cannot lock ref|reference already exists/.test(error.stderr)
  ) {
    return error;
  }
  const [, taken, wanted] =
    /'(refs\/[^']+)' exists; cannot create '(refs\/[^']+)'/.exec(
      error.stderr,
    ) ?? [];
  if (taken) {
    return new ConflictError(
      `${shortName(wanted)} cannot be made beside ${shortName(taken)}`,
    );
  }
  const branches = updates
    .map(({ ref }) => ref)
    .filter(ref => ref.startsWith('refs/heads/'))
    .map(shortName);
  return new ConflictError(
    `${
      branches.join(', ') || 'The change'
    } moved meanwhile; look at it again and retry`,
  );
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

function findLock(directory: string, error: unknown): string | undefined {
  const [, lock] =
    (error instanceof GitError &&
      /Unable to create '\.\/([^']+\.lock)': File exists/.exec(error.stderr)) ||
    [];
  return lock && join(directory, lock);
}

async function removeIfStale(lock: string): Promise<boolean> {
  const found = await stat(lock).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs < STALE_LOCK_MS) {
    return false;
  }
  await rm(lock, { force: true });
  return true;
}
