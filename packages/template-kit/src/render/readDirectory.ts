import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { RenderedFile } from './RenderedTree';

/** Reads every file below a directory, by its path from there. */
export async function readDirectory(
  directory: string,
): Promise<RenderedFile[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const file = join(entry.parentPath, entry.name);
        return {
          path: relative(directory, file).split(sep).join('/'),
          content: await readFile(file),
          isExecutable: ((await stat(file)).mode & 0o100) !== 0,
        };
      }),
  );
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
