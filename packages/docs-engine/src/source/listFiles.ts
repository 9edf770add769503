import ignore from 'ignore';
import fs from 'node:fs';
import path from 'node:path';
import { LIMITS } from '../config/limits';

/** A regular file of the documentation source. */
export interface SourceFile {
  /** Path below docs_dir, with forward slashes. */
  path: string;
  absolutePath: string;
  size: number;
}

/** Something of the source that is not part of the site. */
export interface SkippedFile {
  file: string;
  reason: string;
}

/** The files below a directory, and what was left out and why. */
export interface FileListing {
  files: SourceFile[];
  skipped: SkippedFile[];
}

const IGNORED_DIRECTORIES = new Set(['node_modules', '__pycache__']);
/** Names with a leading dot are private; mkdocs keeps its own templates in `templates/`. */
const DEFAULT_EXCLUDED = ['.*', '/templates/'];
/** mkdocs prefers `index` where a directory has both. */
const INDEX_STEMS = ['index', 'README'];

/**
 * Lists what a site is made of, in mkdocs' order: index first, files by name, then directories by name.
 *
 * @remarks Symbolic links are never followed, so nothing outside the directory can be read.
 */
export function listFiles(root: string, excluded = ''): FileListing {
  const walk: Walk = {
    root,
    isExcluded: createFilter([...DEFAULT_EXCLUDED, ...excluded.split('\n')]),
    listing: { files: [], skipped: [] },
  };
  visit(walk, '', 0);
  return walk.listing;
}

/** Tells which paths match patterns as in `.gitignore`. */
export function createFilter(patterns: string[]): (file: string) => boolean {
  const filter = ignore().add(patterns);
  return file => filter.ignores(file);
}

interface Walk {
  root: string;
  isExcluded: (file: string) => boolean;
  listing: FileListing;
}

function visit(walk: Walk, base: string, depth: number): void {
  const { listing } = walk;
  if (depth > LIMITS.directoryDepth) {
    listing.skipped.push({
      file: base,
      reason: `is nested deeper than ${LIMITS.directoryDepth} directories`,
    });
    return;
  }
  const directories: string[] = [];
  for (const entry of readEntries(path.join(walk.root, base))) {
    const relative = base ? `${base}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      const isPrivate = entry.name.startsWith('.');
      if (!isPrivate && !IGNORED_DIRECTORIES.has(entry.name)) {
        directories.push(relative);
      }
    } else if (!walk.isExcluded(relative)) {
      addEntry(walk, relative, entry);
    }
  }
  for (const directory of directories) {
    visit(walk, directory, depth + 1);
  }
}

function readEntries(directory: string): fs.Dirent[] {
  return fs
    .readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => compareNames(a.name, b.name));
}

function addEntry(
  { root, listing }: Walk,
  file: string,
  entry: fs.Dirent,
): void {
  if (!entry.isFile()) {
    const kind = entry.isSymbolicLink() ? 'a symbolic link' : 'not a file';
    listing.skipped.push({ file, reason: `is ${kind}` });
  } else if (listing.files.length < LIMITS.files) {
    const absolutePath = path.join(root, file);
    const { size } = fs.lstatSync(absolutePath);
    listing.files.push({ path: file, absolutePath, size });
  } else {
    const reason = `is one of more than ${LIMITS.files} files; the rest is left out`;
    if (!listing.skipped.some(skip => skip.reason === reason)) {
      listing.skipped.push({ file, reason });
    }
  }
}

function compareNames(a: string, b: string): number {
  const rank = (name: string) => {
    const position = INDEX_STEMS.indexOf(path.parse(name).name);
    return position < 0 ? INDEX_STEMS.length : position;
  };
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}
