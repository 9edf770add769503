import { posix } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import type { TreeEntry } from '@groundwork/plugin-forge-common';
import { LRUCache } from 'lru-cache';
import type { RepositoryApi } from '../api/RepositoryApi';
import { blobAnswer, treeAnswer } from '../api/schemas';

/** An entry with the mode that Git keeps for it. */
export interface GithubEntry extends TreeEntry {
  mode: string;
}

/** Trees never differ from what their id says; a thousand directories are some 50 MB at most. */
const MAX_TREES = 1000;

const TYPES: Readonly<Record<string, TreeEntry['type']>> = {
  '040000': 'directory',
  '120000': 'symlink',
  '160000': 'submodule',
};

/** Reads directories and files by their ids, each directory once. */
export class GithubTrees {
  readonly #trees = new LRUCache<string, Promise<GithubEntry[]>>({
    max: MAX_TREES,
  });

  static create(): GithubTrees {
    return new GithubTrees();
  }

  private constructor() {}

  /** The entries of one directory. */
  async list(
    api: RepositoryApi,
    tree: { id: string; path: string },
  ): Promise<GithubEntry[]> {
    const entries = await this.#once(`${api.label} ${tree.id}`, async () => {
      const answer = await api.get(`/git/trees/${tree.id}`, treeAnswer, {
        isUncached: true,
      });
      return answer.tree.map(toEntry);
    });
    return below(tree.path, entries);
  }

  /** Everything below a directory, directories included. GitHub cuts large answers off; then it is read in parts. */
  async listAll(
    api: RepositoryApi,
    tree: { id: string; path: string },
  ): Promise<GithubEntry[]> {
    const entries = await this.#once(
      `${api.label} ${tree.id} all`,
      async () => {
        const answer = await api.get(`/git/trees/${tree.id}`, treeAnswer, {
          query: { recursive: '1' },
          isUncached: true,
        });
        return answer.truncated
          ? this.#listInParts(api, tree.id)
          : answer.tree.map(toEntry);
      },
    );
    return below(tree.path, entries);
  }

  /** What stands at a path, without following links. */
  async find(
    api: RepositoryApi,
    rootId: string,
    path: string,
  ): Promise<GithubEntry | undefined> {
    let directory = { id: rootId, path: '' };
    let entry: GithubEntry | undefined;
    for (const part of path.split('/')) {
      if (entry && entry.type !== 'directory') {
        return undefined;
      }
      const entries = await this.list(api, directory);
      entry = entries.find(({ name }) => name === part);
      if (!entry) {
        return undefined;
      }
      directory = { id: entry.id, path: entry.path };
    }
    return entry;
  }

  /** The tree of a directory. */
  async findDirectory(
    api: RepositoryApi,
    rootId: string,
    path: string,
  ): Promise<{ id: string; path: string }> {
    if (path === '') {
      return { id: rootId, path };
    }
    const entry = await this.find(api, rootId, path);
    if (!entry) {
      throw new NotFoundError(`There is no '${path}' in ${api.label}`);
    }
    if (entry.type !== 'directory') {
      throw new InputError(`'${path}' is a ${entry.type}, not a directory`);
    }
    return { id: entry.id, path };
  }

  async #listInParts(api: RepositoryApi, id: string): Promise<GithubEntry[]> {
    const found: GithubEntry[] = [];
    for (const entry of await this.list(api, { id, path: '' })) {
      found.push(entry);
      if (entry.type === 'directory') {
        const { id: childId, path } = entry;
        found.push(...(await this.listAll(api, { id: childId, path })));
      }
    }
    return found;
  }

  async #once(
    key: string,
    read: () => Promise<GithubEntry[]>,
  ): Promise<GithubEntry[]> {
    const known = this.#trees.get(key);
    if (known) {
      return known;
    }
    const reading = read();
    this.#trees.set(key, reading);
    try {
      return await reading;
    } catch (error) {
      this.#trees.delete(key);
      throw error;
    }
  }
}

/** Reads the bytes of a blob. */
export async function readBlob(
  api: RepositoryApi,
  id: string,
): Promise<Buffer> {
  const { content, encoding } = await api.get(`/git/blobs/${id}`, blobAnswer, {
    isUncached: true,
  });
  return Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
}

function toEntry({
  path,
  mode,
  sha,
  size,
}: {
  path: string;
  mode: string;
  sha: string;
  size?: number | null;
}): GithubEntry {
  const type = TYPES[mode] ?? 'file';
  return {
    name: posix.basename(path),
    path,
    type,
    id: sha,
    mode,
    ...(type === 'file' && typeof size === 'number' && { size }),
  };
}

function below(directory: string, entries: GithubEntry[]): GithubEntry[] {
  return directory === ''
    ? entries
    : entries.map(entry => ({
        ...entry,
        path: posix.join(directory, entry.path),
      }));
}
