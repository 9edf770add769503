import fs from 'node:fs/promises';
import path from 'node:path';
import { LIMITS } from '../config/limits';

/** A regular file of the documentation source. */
export interface SourceFile {
  /** Path below docs_dir, with forward slashes. */
  path: string;
  absolutePath: string;
  size: number;
}

/** The files below a directory, and what was left out and why. */
export interface FileListing {
  files: SourceFile[];
  problems: string[];
}

const IGNORED_DIRECTORIES = new Set(['node_modules', '__pycache__']);
/** mkdocs prefers `index` where a directory has both. */
const INDEX_STEMS = ['index', 'README'];

/**
 * Lists what a site is made of, in mkdocs' order: index first, files by name, then directories by name.
 *
 * @remarks Symbolic links are never followed, so nothing outside the directory can be read. Names with a leading dot are private.
 */
export async function listFiles(root: string): Promise<FileListing> {
  const listing: FileListing = { files: [], problems: [] };
  await visit({ root, base: '', depth: 0 }, listing);
  return listing;
}

interface Place {
  root: string;
  base: string;
  depth: number;
}

async function visit(
  { root, base, depth }: Place,
  listing: FileListing,
): Promise<void> {
  if (depth > LIMITS.directoryDepth) {
    listing.problems.push(
      `'${base}' is nested deeper than ${LIMITS.directoryDepth} directories; skipped`,
    );
    return;
  }
  const directories: string[] = [];
  const entries = await fs.readdir(path.join(root, base), {
    withFileTypes: true,
  });
  entries.sort((a, b) => compareNames(a.name, b.name));
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    const relative = base ? `${base}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (!IGNORED_DIRECTORIES.has(entry.name)) {
        directories.push(relative);
      }
    } else if (!entry.isFile()) {
      const kind = entry.isSymbolicLink() ? 'a symbolic link' : 'not a file';
      listing.problems.push(`'${relative}' is ${kind}; skipped`);
    } else {
      await addFile(root, relative, listing);
    }
  }
  for (const directory of directories) {
    await visit({ root, base: directory, depth: depth + 1 }, listing);
  }
}

async function addFile(
  root: string,
  relative: string,
  listing: FileListing,
): Promise<void> {
  if (listing.files.length >= LIMITS.files) {
    const problem = `More than ${LIMITS.files} files; the rest is skipped`;
    if (!listing.problems.includes(problem)) {
      listing.problems.push(problem);
    }
    return;
  }
  const absolutePath = path.join(root, relative);
  const { size } = await fs.lstat(absolutePath);
  listing.files.push({ path: relative, absolutePath, size });
}

function compareNames(a: string, b: string): number {
  const rank = (name: string) => {
    const position = INDEX_STEMS.indexOf(path.parse(name).name);
    return position < 0 ? INDEX_STEMS.length : position;
  };
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}
