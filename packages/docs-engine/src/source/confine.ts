import { InputError } from '@backstage/errors';
import fs from 'node:fs';
import path from 'node:path';

/** Tells whether a path is a directory or lies below it; both are compared as written. */
export function isInside(directory: string, candidate: string): boolean {
  const relative = path.relative(directory, candidate);
  return (
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}

/**
 * Resolves a directory that a source names, and refuses one that lies, or leads through links, outside of the source.
 *
 * @returns the real path, or `undefined` when there is no such directory
 */
export function resolveInside(
  root: string,
  name: string,
  label: string,
): string | undefined {
  const realRoot = fs.realpathSync(root);
  const wanted = path.resolve(realRoot, name);
  if (!isInside(realRoot, wanted)) {
    throw new InputError(
      `${label} '${name}' is outside the source; name a directory inside it`,
    );
  }
  const stats = fs.statSync(wanted, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    return undefined;
  }
  const real = fs.realpathSync(wanted);
  if (!isInside(realRoot, real)) {
    throw new InputError(
      `${label} '${name}' is a link out of the source; commit the directory itself`,
    );
  }
  return real;
}
