import { isError, NotAllowedError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a copy of a directory into the place of another one, in one step for those who read there.
 *
 * @returns the files of the copy, below it
 */
export async function swapDirectory(
  source: string,
  destination: string,
): Promise<string[]> {
  const suffix = randomUUID();
  const fresh = `${destination}.new-${suffix}`;
  const stale = `${destination}.old-${suffix}`;
  const files: string[] = [];
  await fs.mkdir(path.dirname(destination), { recursive: true });
  try {
    await copy(source, fresh, files);
    await rename(destination, stale);
    await fs.rename(fresh, destination);
  } finally {
    await fs.rm(fresh, { recursive: true, force: true });
    await fs.rm(stale, { recursive: true, force: true });
  }
  return files;
}

async function copy(
  source: string,
  target: string,
  files: string[],
  below = '',
): Promise<void> {
  await fs.mkdir(path.join(target, below), { recursive: true });
  const entries = await fs.readdir(path.join(source, below), {
    withFileTypes: true,
  });
  for (const entry of entries) {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) {
      await copy(source, target, files, file);
    } else if (entry.isFile()) {
      await fs.copyFile(
        path.join(source, file),
        path.join(target, file),
        // Shares the blocks of the source where the file system can.
        constants.COPYFILE_FICLONE,
      );
      files.push(file);
    } else {
      throw new NotAllowedError(
        `'${file}' is not a file, so the site is not published; a site consists of files only`,
      );
    }
  }
}

async function rename(from: string, to: string): Promise<void> {
  try {
    await fs.rename(from, to);
  } catch (error) {
    if (!isError(error) || error.code !== 'ENOENT') {
      throw error;
    }
  }
}
