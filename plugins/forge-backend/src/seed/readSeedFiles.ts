import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { InputError, isError } from '@backstage/errors';

/** What tools and people leave beside the files that belong to a repository. */
const LEFT_BEHIND = new Set([
  '.DS_Store',
  '.env',
  '.git',
  'Thumbs.db',
  'coverage',
  'dist',
  'node_modules',
]);
const EDITOR_COPY = /~$|\.sw[op]$/;

/** A file of a seed as it is on the disk. */
export interface SeedFile {
  content: Buffer;
  isExecutable: boolean;
}

/**
 * Reads the files of a seed, by their paths in the repository and in the order of these.
 *
 * @remarks
 * The files are what the disk holds and not what Git knows, so a portal that came as an archive is seeded, too.
 */
export async function readSeedFiles(
  directory: string,
  paths: readonly string[] = ['.'],
): Promise<ReadonlyMap<string, SeedFile>> {
  const found = new Map<string, SeedFile>();
  for (const path of paths) {
    await collect(directory, posix.normalize(path), found);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function collect(
  directory: string,
  path: string,
  found: Map<string, SeedFile>,
): Promise<void> {
  const place = join(directory, path);
  const stats = await inspect(place);
  if (stats.isDirectory()) {
    const names = (await readdir(place)).filter(isOfRepository);
    await Promise.all(
      names.map(name => collect(directory, posix.join(path, name), found)),
    );
  } else if (stats.isFile()) {
    const isExecutable = Math.floor(stats.mode / 0o100) % 2 === 1;
    found.set(path, { content: await readFile(place), isExecutable });
  } else {
    throw new InputError(
      `${place} is neither a file nor a directory, so it cannot be in a seed; remove it`,
    );
  }
}

async function inspect(place: string) {
  try {
    return await lstat(place);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      throw new InputError(
        `There is no ${place}, which belongs to a seed; bring it back, or correct the list of seeds`,
      );
    }
    throw error;
  }
}

function isOfRepository(name: string): boolean {
  return !LEFT_BEHIND.has(name) && !EDITOR_COPY.test(name);
}
