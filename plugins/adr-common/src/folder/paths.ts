import { baseNameOf, directoryOf } from '../parse/fileName';

/** Resolves a relative path against a directory; `..` above the top stays in front. */
export function joinPath(directory: string, relative: string): string {
  const parts: string[] = [];
  const path = relative.startsWith('/') ? relative : `${directory}/${relative}`;
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** The path from a directory to a file, for a link. */
export function relativePath(directory: string, path: string): string {
  const from = directory.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let common = 0;
  while (common < from.length && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** The directory in which numbers must differ: that of the file, or above a directory that names its record. */
export function seriesOf(path: string): string {
  const directory = directoryOf(path);
  return /^(?:readme|index)\.[a-z]+$/i.test(baseNameOf(path))
    ? directoryOf(directory)
    : directory;
}
