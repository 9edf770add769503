import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConflictError, isError, NotFoundError } from '@backstage/errors';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import { syncDirectory } from './files';
import { checkRepositoryName, findSegmentProblem, isSameName } from './names';

/** A namespace begins with no dot, so nothing in these is ever taken for a repository. */
const STAGING = '.staging';
const ASIDE = '.aside';

const SUFFIX = '.git';

/** Where the bare repositories lie: `<namespace>/<name>.git`, each whole. */
export class RepositoryDirectory {
  /** Absolute, without symbolic links. */
  readonly root: string;
  /** What this process is working on, so that sweeping leaves it alone. */
  readonly #inStaging = new Set<string>();

  /** Makes the directory, if need be. */
  static async open(directory: string): Promise<RepositoryDirectory> {
    await mkdir(join(resolve(directory), STAGING), { recursive: true });
    return new RepositoryDirectory(await realpath(directory));
  }

  private constructor(root: string) {
    this.root = root;
  }

  /** The directory of a repository; throws a `NotFoundError` when there is none. */
  async find(name: RepositoryName): Promise<string> {
    const directory = this.pathOf(name);
    if (!(await isRepository(directory))) {
      throw new NotFoundError(
        `There is no repository ${formatRepositoryName(name)}`,
      );
    }
    return directory;
  }

  /** Whether there is a repository of this name. */
  async has(name: RepositoryName): Promise<boolean> {
    return isRepository(this.pathOf(name));
  }

  /** Where a repository would be, without a look at the disk. */
  pathOf(name: RepositoryName): string {
    checkRepositoryName(name);
    return join(this.root, name.namespace, `${name.name}${SUFFIX}`);
  }

  /** The repository of this name, or of one that differs in case only. */
  async findTaken(name: RepositoryName): Promise<RepositoryName | undefined> {
    const repositories = await this.#listNamespaces();
    const lists = await Promise.all(
      repositories.map(namespace => this.#listNamespace(namespace)),
    );
    return lists.flat().find(candidate => isSameName(candidate, name));
  }

  /** Every repository, in the order of their names. */
  async list(): Promise<RepositoryName[]> {
    const namespaces = await this.#listNamespaces();
    const lists = await Promise.all(
      namespaces.map(namespace => this.#listNamespace(namespace)),
    );
    return lists.flat();
  }

  /** Hands out an empty directory on the same disk, and removes what is left in it. */
  async stage<T>(task: (directory: string) => Promise<T>): Promise<T> {
    const id = randomUUID();
    const directory = join(this.root, STAGING, id);
    this.#inStaging.add(id);
    try {
      await mkdir(directory, { recursive: true });
      return await task(directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
      this.#inStaging.delete(id);
    }
  }

  /** Removes what a process that was killed has left in staging. */
  async sweep(): Promise<number> {
    const staging = join(this.root, STAGING);
    const left = (await readdir(staging)).filter(
      id => !this.#inStaging.has(id),
    );
    // A Git process that has lost its parent may write for a moment more.
    await Promise.all(
      left.map(id =>
        rm(join(staging, id), { recursive: true, force: true, maxRetries: 9 }),
      ),
    );
    return left.length;
  }

  /** Gives a repository that is complete its name, in one step. */
  async place(built: string, name: RepositoryName): Promise<void> {
    await moveWhole(built, this.pathOf(name), name);
  }

  /** Takes a repository away whole; nothing of it remains. */
  async takeAway(name: RepositoryName): Promise<void> {
    const directory = await this.find(name);
    await this.stage(async place => {
      await rename(directory, join(place, 'removed'));
      await syncDirectory(dirname(directory));
    });
  }

  /** Moves a repository out of sight. */
  async setAside(name: RepositoryName): Promise<void> {
    const directory = await this.find(name);
    await moveWhole(directory, this.#asidePathOf(name), name);
    await syncDirectory(dirname(directory));
  }

  /** Whether a repository of this name was set aside. */
  async isSetAside(name: RepositoryName): Promise<boolean> {
    return isRepository(this.#asidePathOf(name));
  }

  /** Moves a repository back that was set aside, once it is prepared for that. */
  async restore(
    name: RepositoryName,
    prepare: (directory: string) => Promise<void>,
  ): Promise<void> {
    const directory = this.#asidePathOf(name);
    if (!(await isRepository(directory))) {
      throw new NotFoundError(
        `No repository ${formatRepositoryName(name)} was set aside`,
      );
    }
    await prepare(directory);
    await moveWhole(directory, this.pathOf(name), name);
  }

  #asidePathOf(name: RepositoryName): string {
    checkRepositoryName(name);
    return join(this.root, ASIDE, name.namespace, `${name.name}${SUFFIX}`);
  }

  async #listNamespaces(): Promise<string[]> {
    return (await readdir(this.root, { withFileTypes: true }))
      .filter(entry => entry.isDirectory() && !findSegmentProblem(entry.name))
      .map(entry => entry.name)
      .sort();
  }

  async #listNamespace(namespace: string): Promise<RepositoryName[]> {
    const entries = await readdir(join(this.root, namespace), {
      withFileTypes: true,
    });
    return entries
      .filter(entry => entry.isDirectory() && entry.name.endsWith(SUFFIX))
      .map(entry => ({
        namespace,
        name: entry.name.slice(0, -SUFFIX.length),
      }))
      .filter(({ name }) => !findSegmentProblem(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** A symbolic link is none: it could lead anywhere. */
async function isRepository(directory: string): Promise<boolean> {
  try {
    const [namespace, repository, head] = await Promise.all([
      lstat(dirname(directory)),
      lstat(directory),
      lstat(join(directory, 'HEAD')),
    ]);
    return namespace.isDirectory() && repository.isDirectory() && head.isFile();
  } catch (error) {
    if (isError(error) && ['ENOENT', 'ENOTDIR'].includes(`${error.code}`)) {
      return false;
    }
    throw error;
  }
}

/** A directory cannot be renamed onto one that has files, so the first of two wins. */
async function moveWhole(
  from: string,
  to: string,
  name: RepositoryName,
): Promise<void> {
  const parent = dirname(to);
  if (await mkdir(parent, { recursive: true })) {
    await syncDirectory(dirname(parent));
  }
  try {
    await rename(from, to);
  } catch (error) {
    if (
      isError(error) &&
      ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(`${error.code}`)
    ) {
      throw new ConflictError(
        `There is already a repository ${formatRepositoryName(name)}`,
      );
    }
    throw error;
  }
  await syncDirectory(parent);
}
