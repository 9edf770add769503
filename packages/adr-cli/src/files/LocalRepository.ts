import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { mayBeRecord, type TextFile } from '@groundwork/plugin-adr-common';

const SKIPPED = new Set(['.git', 'node_modules']);

/** A file that is larger is no record, and is not read. */
const MAX_FILE_BYTES = 4_000_000;

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}

function findRoot(directory: string): string {
  let current = directory;
  while (!existsSync(join(current, '.git'))) {
    const parent = dirname(current);
    if (parent === current) return directory;
    current = parent;
  }
  return current;
}

/** A folder of decisions on disk; its paths count from the root of the repository that it is in. */
export class LocalRepository {
  readonly root: string;
  readonly folder: string;

  static open(directory: string): LocalRepository {
    const absolute = resolve(directory);
    if (!existsSync(absolute) || !statSync(absolute).isDirectory()) {
      throw new InputError(
        `There is no directory ${directory}; name the one that holds the decision records`,
      );
    }
    return new LocalRepository(findRoot(absolute), absolute);
  }

  private constructor(root: string, directory: string) {
    this.root = root;
    this.folder = toSlashes(relative(root, directory));
  }

  /** The files of the folder that could be records. */
  readFiles(): TextFile[] {
    return this.#list(join(this.root, this.folder))
      .map(path => toSlashes(relative(this.root, path)))
      .filter(path => mayBeRecord(path))
      .map(path => ({ path, text: this.#read(path) }));
  }

  /** A file of the folder by its name; undefined when it is not there. */
  readText(name: string): string | undefined {
    const path = join(this.root, this.folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  /** Whether a path of the repository exists; what lies outside of it is unknown. */
  exists(path: string): boolean | undefined {
    return path.startsWith('..')
      ? undefined
      : existsSync(join(this.root, path));
  }

  /** A path of the repository as seen from the folder. */
  shorten(path: string): string {
    const prefix = this.folder ? `${this.folder}/` : '';
    return path.startsWith(prefix) ? path.slice(prefix.length) : path;
  }

  #read(path: string): string | undefined {
    const file = join(this.root, path);
    return statSync(file).size > MAX_FILE_BYTES
      ? undefined
      : readFileSync(file, 'utf8');
  }

  #list(directory: string): string[] {
    return readdirSync(directory, { withFileTypes: true }).flatMap(entry => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        return SKIPPED.has(entry.name) ? [] : this.#list(path);
      }
      return entry.isFile() ? [path] : [];
    });
  }
}
