import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isError } from '@backstage/errors';

/** A reference is locked for milliseconds. */
const LOCK_AGE_MS = 3_000;

/** A slow line may send a pack for long, but not without a byte. */
const PACK_AGE_MS = 120_000;

/** Removes what Git processes that were killed have left in a repository: locks, and packs that nobody finishes. */
export async function removeLeftovers(directory: string): Promise<void> {
  for (const lock of await findLocks(directory)) {
    // One that is young may be held yet; nobody holds it for long.
    await waitUntilOlder(lock, LOCK_AGE_MS);
    await removeOlder(lock, LOCK_AGE_MS);
  }
  for (const pack of await findUnfinished(join(directory, 'objects'))) {
    await removeOlder(pack, PACK_AGE_MS);
  }
}

/** Removes the objects that Git could not write, while nobody else writes any. */
export async function removeUnfinishedObjects(
  directory: string,
): Promise<void> {
  const files = await findUnfinishedObjects(join(directory, 'objects'));
  await Promise.all(files.map(file => rm(file, { force: true })));
}

async function waitUntilOlder(path: string, age: number): Promise<void> {
  const newest = await findNewest(path);
  if (newest !== undefined) {
    await setTimeout(Math.min(Math.max(newest + age - Date.now(), 0), age));
  }
}

async function findLocks(directory: string): Promise<string[]> {
  const names = await list(directory);
  const own = names.filter(name => name.endsWith('.lock'));
  const refs = await readdir(join(directory, 'refs'), { recursive: true });
  return [
    ...own,
    ...refs
      .filter(name => name.endsWith('.lock'))
      .map(name => join('refs', name)),
  ].map(name => join(directory, name));
}

async function findUnfinished(objects: string): Promise<string[]> {
  const [top, packs, loose] = await Promise.all([
    list(objects),
    list(join(objects, 'pack')),
    findUnfinishedObjects(objects),
  ]);
  return [
    ...loose,
    ...top
      .filter(name => name.startsWith('tmp_objdir-'))
      .map(name => join(objects, name)),
    ...packs
      .filter(name => name.startsWith('tmp_') || name.startsWith('.tmp-'))
      .map(name => join(objects, 'pack', name)),
  ];
}

async function findUnfinishedObjects(objects: string): Promise<string[]> {
  const directories = (await list(objects)).filter(name =>
    /^[0-9a-f]{2}$/.test(name),
  );
  const lists = await Promise.all(
    directories.map(async name =>
      (await list(join(objects, name)))
        .filter(file => file.startsWith('tmp_obj_'))
        .map(file => join(objects, name, file)),
    ),
  );
  return lists.flat();
}

async function list(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

async function removeOlder(path: string, age: number): Promise<void> {
  const newest = await findNewest(path);
  if (newest !== undefined && Date.now() - newest >= age) {
    await rm(path, { recursive: true, force: true });
  }
}

/** When something in it was written last. */
async function findNewest(path: string): Promise<number | undefined> {
  try {
    const found = await lstat(path);
    if (!found.isDirectory()) {
      return found.mtimeMs;
    }
    const times = await Promise.all(
      (await readdir(path)).map(name => findNewest(join(path, name))),
    );
    return Math.max(found.mtimeMs, ...times.map(time => time ?? 0));
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
