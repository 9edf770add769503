import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Computes one value that changes when any of the files changes, appears or goes.
 *
 * @remarks Contents count, not times: a clone, a checkout or a copy changes times only.
 */
export function fingerprintFiles(root, files, extra = []) {
  const hash = createHash('sha256');
  for (const value of extra) {
    hash.update(`${value}\0`);
  }
  for (const file of [...files].sort()) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(existsSync(file) ? readFileSync(file) : 'absent');
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Lists the files below a directory, without the directories and files that `isSkipped` names. */
export function listFiles(directory, isSkipped) {
  if (!existsSync(directory)) {
    return [];
  }
  return readdirSync(directory).flatMap(name => {
    const path = join(directory, name);
    if (isSkipped(name)) {
      return [];
    }
    return lstatSync(path).isDirectory() ? listFiles(path, isSkipped) : [path];
  });
}
