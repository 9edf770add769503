import { createHash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';

/** What Git rewrites whenever a ref moves. */
const PLACES = ['HEAD', 'packed-refs', 'refs'];

/** Changes with every ref that moves, and costs no process: a start looks at a thousand repositories. */
export async function fingerprintRefs(directory: string): Promise<string> {
  const hash = createHash('sha256');
  for (const place of PLACES) {
    await add(hash, directory, place);
  }
  return hash.digest('hex');
}

async function add(
  hash: ReturnType<typeof createHash>,
  directory: string,
  path: string,
): Promise<void> {
  try {
    const found = await lstat(join(directory, path));
    hash.update(`${path} ${found.mtimeMs} ${found.size}\n`);
    if (found.isDirectory()) {
      const names = await readdir(join(directory, path));
      for (const name of names.sort()) {
        await add(hash, directory, join(path, name));
      }
    }
  } catch (error) {
    // A ref that is deleted meanwhile is one that has moved.
    if (!isError(error) || error.code !== 'ENOENT') {
      throw error;
    }
  }
}
