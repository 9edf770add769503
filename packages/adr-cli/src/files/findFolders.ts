import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CONVENTIONAL_FOLDERS } from '@groundwork/plugin-adr-common';

/** Deep enough for `services/payments/api/docs/adr`. */
const MAX_DEPTH = 5;

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Finds the folders of decisions below a directory, where people usually keep them. */
export function findFolders(directory: string, depth = 0): string[] {
  const here = CONVENTIONAL_FOLDERS.map(folder =>
    join(directory, folder),
  ).filter(isDirectory);
  if (depth === MAX_DEPTH) return here;
  const below = readdirSync(directory, { withFileTypes: true })
    .filter(
      entry =>
        entry.isDirectory() &&
        !entry.name.startsWith('.') &&
        entry.name !== 'node_modules',
    )
    .flatMap(entry => findFolders(join(directory, entry.name), depth + 1));
  return [...new Set([...here, ...below])].sort();
}
