import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { identifyProcess } from './processIdentity.mjs';

/** A lock is written in one go right after it is created; an unreadable one is looked at again once. */
const WRITE_GRACE_MS = 100;

/**
 * Takes a lock file, or returns what the running holder wrote into it.
 *
 * @returns `{ isTaken: true, update, release }`, or `{ isTaken: false, holder }`
 */
export async function takeLock(path, content = {}) {
  const own = {
    ...content,
    pid: process.pid,
    identity: identifyProcess(process.pid),
    since: new Date().toISOString(),
  };
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx' });
      return createHeldLock(path, own);
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
    }
    const { holder } = await readLock(path);
    if (holder) {
      return { isTaken: false, holder };
    }
    removeStaleLock(path);
  }
}

/** Reads a lock: who holds it, or that it is left over from a process that is gone. */
export async function readLock(path) {
  let content = parseLock(path);
  if (content && content.pid === undefined) {
    await delay(WRITE_GRACE_MS);
    content = parseLock(path);
  }
  if (content === undefined) {
    return { isPresent: false };
  }
  return {
    isPresent: true,
    holder: isHeld(content) ? content : undefined,
    content,
  };
}

/** Removes a lock whose process is gone. */
export function removeStaleLock(path) {
  // Renaming first lets only one of two processes that found the same stale lock remove it.
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') {
      return;
    }
    throw error;
  }
  if (isHeld(parseLock(aside))) {
    // Between our look and the rename another process took the lock.
    renameSync(aside, path);
  } else {
    rmSync(aside);
  }
}

function createHeldLock(path, own) {
  return {
    isTaken: true,
    update: more => {
      Object.assign(own, more);
      writeFileSync(`${path}.new`, JSON.stringify(own));
      renameSync(`${path}.new`, path);
    },
    release: () => rmSync(path, { force: true }),
  };
}

function isHeld({ identity, pid }) {
  return identity !== undefined && identifyProcess(pid) === identity;
}

function parseLock(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
  try {
    const content = JSON.parse(text);
    return typeof content === 'object' && content !== null ? content : {};
  } catch {
    return {};
  }
}
