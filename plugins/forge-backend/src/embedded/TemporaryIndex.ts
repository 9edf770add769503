import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { FileEdit } from '@groundwork/plugin-forge-node';
import { git, type RepositoryGitOptions } from './git';
import { checkWritablePath } from './names';
import { splitNul } from './parseNul';

const NO_OBJECT = '0'.repeat(40);

/** An index file of its own, so that trees can be made in a bare repository by several at once. */
export class TemporaryIndex {
  readonly #directory: string;
  readonly #place: string;
  /** The mode of every file that is staged. */
  #modes: ReadonlyMap<string, string> = new Map();

  /** Makes an index of a tree or commit, hands it out, and removes it. */
  static async use<T>(
    directory: string,
    treeish: string,
    task: (index: TemporaryIndex) => Promise<T>,
  ): Promise<T> {
    const place = await mkdtemp(join(tmpdir(), 'forge-index-'));
    try {
      const index = new TemporaryIndex(directory, place);
      await index.#read(treeish);
      return await task(index);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }

  private constructor(directory: string, place: string) {
    this.#directory = directory;
    this.#place = place;
  }

  /** Stages edits; each names a file once, and none may put a file where a directory is, or the other way round. */
  async apply(edits: readonly FileEdit[]): Promise<void> {
    const staged = edits.map(edit => ({
      ...edit,
      path: this.#checkPath(edit),
    }));
    const removed = staged.filter(({ content }) => content === undefined);
    const written = staged.filter(({ content }) => content !== undefined);
    checkPlaces(this.#modes, { removed, written });
    const ids = await this.#writeBlobs(written.map(({ content }) => content));
    const lines = [
      ...removed.map(({ path }) => `0 ${NO_OBJECT}\t${path}`),
      ...written.map(
        ({ path, isExecutable }, index) =>
          `${this.#modeFor(path, isExecutable)} ${ids[index]}\t${path}`,
      ),
    ];
    await this.#git(
      ['update-index', '--add', '--replace', '-z', '--index-info'],
      { input: lines.map(line => `${line}\0`).join('') },
    );
  }

  /** Writes the index as a tree and returns its id. */
  async writeTree(): Promise<string> {
    return (await this.#git(['write-tree'])).trim();
  }

  async #read(treeish: string): Promise<void> {
    await this.#git(['read-tree', treeish]);
    const output = await this.#git(['ls-files', '-z', '--stage']);
    this.#modes = new Map(
      splitNul(output).map(line => [
        line.slice(line.indexOf('\t') + 1),
        line.slice(0, 6),
      ]),
    );
  }

  #checkPath({ path, content }: FileEdit): string {
    const name = checkWritablePath(path);
    const mode = this.#modes.get(name);
    if (mode && !mode.startsWith('100')) {
      throw new InputError(
        `'${name}' is a link or a submodule and cannot be edited`,
      );
    }
    if (content === undefined && !mode) {
      throw new InputError(`There is no file '${name}' to delete`);
    }
    return name;
  }

  #modeFor(path: string, isExecutable: boolean | undefined): string {
    const isRunnable = isExecutable ?? this.#modes.get(path) === '100755';
    return isRunnable ? '100755' : '100644';
  }

  async #writeBlobs(contents: (FileEdit['content'] | undefined)[]) {
    const files = contents.map((_, index) => join(this.#place, String(index)));
    for (const [index, content = ''] of contents.entries()) {
      await writeFile(files[index], content);
    }
    const output = await this.#git(
      ['hash-object', '-w', '--no-filters', '--stdin-paths'],
      { input: files.map(file => `${file}\n`).join('') },
    );
    return output.split('\n').filter(Boolean);
  }

  async #git(
    args: string[],
    options: RepositoryGitOptions = {},
  ): Promise<string> {
    return git(this.#directory, args, {
      ...options,
      env: { GIT_INDEX_FILE: join(this.#place, 'index') },
    });
  }
}

/** Git would silently drop what is in the way. */
function checkPlaces(
  before: ReadonlyMap<string, string>,
  edits: { removed: { path: string }[]; written: { path: string }[] },
): void {
  const paths = [...edits.removed, ...edits.written].map(({ path }) => path);
  const repeated = paths.find((path, index) => paths.indexOf(path) !== index);
  if (repeated) {
    throw new InputError(`'${repeated}' is edited twice`);
  }
  const files = new Set([...before.keys(), ...paths]);
  edits.removed.forEach(({ path }) => files.delete(path));
  const directories = new Set([...files].flatMap(parentsOf));
  for (const { path } of edits.written) {
    if (directories.has(path)) {
      throw new InputError(`'${path}' is a directory`);
    }
    const file = parentsOf(path).find(parent => files.has(parent));
    if (file) {
      throw new InputError(`'${file}' is a file, so '${path}' cannot be`);
    }
  }
}

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
