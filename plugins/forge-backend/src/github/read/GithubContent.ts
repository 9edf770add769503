import type { Readable } from 'node:stream';
import { InputError, NotFoundError } from '@backstage/errors';
import type { RepositoryFile, Tree } from '@groundwork/plugin-forge-common';
import type { TreeLocation } from '@groundwork/plugin-forge-node';
import { checkPath } from '../../embedded/names';
import type { RepositoryApi } from '../api/RepositoryApi';
import { decodeFile } from '../../hosts/decodeFile';
import type { GithubRevisions } from './GithubRevisions';
import { readBlob, type GithubEntry, type GithubTrees } from './GithubTrees';
import { readTarball } from './readTarball';

/** A version and a place of a repository that is known already. */
export type ContentLocation = Pick<TreeLocation, 'revision' | 'path'>;

/** Reads directories and files of a repository on GitHub. */
export class GithubContent {
  readonly #revisions: GithubRevisions;
  readonly #trees: GithubTrees;

  static create(options: {
    revisions: GithubRevisions;
    trees: GithubTrees;
  }): GithubContent {
    return new GithubContent(options);
  }

  private constructor(options: {
    revisions: GithubRevisions;
    trees: GithubTrees;
  }) {
    this.#revisions = options.revisions;
    this.#trees = options.trees;
  }

  /** One directory. */
  async readTree(api: RepositoryApi, location: ContentLocation): Promise<Tree> {
    const directory = await this.#openDirectory(api, location);
    const entries = await this.#trees.list(api, directory);
    return { ...directory, entries: entries.map(withoutMode) };
  }

  /** Every file below a directory. */
  async listFiles(
    api: RepositoryApi,
    location: ContentLocation,
  ): Promise<Tree> {
    const directory = await this.#openDirectory(api, location);
    const entries = await this.#trees.listAll(api, directory);
    return {
      ...directory,
      entries: entries
        .filter(({ type }) => type !== 'directory')
        .map(withoutMode),
    };
  }

  /** A file as pages show it. */
  async readFile(
    api: RepositoryApi,
    location: ContentLocation,
  ): Promise<RepositoryFile> {
    const { commit, entry } = await this.#openFile(api, location);
    const bytes = await readBlob(api, entry.id);
    return {
      commit,
      path: entry.path,
      id: entry.id,
      size: bytes.length,
      isExecutable: entry.mode === '100755',
      ...decodeFile(bytes),
    };
  }

  /** The bytes of a file. */
  async readBytes(
    api: RepositoryApi,
    location: ContentLocation,
  ): Promise<Buffer> {
    const { entry } = await this.#openFile(api, location);
    return readBlob(api, entry.id);
  }

  /** A directory as a tar archive. */
  async readArchive(
    api: RepositoryApi,
    location: ContentLocation,
  ): Promise<Readable> {
    const directory = await this.#openDirectory(api, location);
    const entries = await this.#trees.listAll(api, directory);
    return readTarball(api, { ...directory, entries });
  }

  async #openDirectory(
    api: RepositoryApi,
    { revision, path }: ContentLocation,
  ): Promise<{ commit: string; id: string; path: string }> {
    const { sha, commit } = await this.#revisions.resolve(api, revision);
    const directory = await this.#trees.findDirectory(
      api,
      commit.tree.sha,
      checkPath(path),
    );
    return { commit: sha, ...directory };
  }

  async #openFile(
    api: RepositoryApi,
    { revision, path }: ContentLocation,
  ): Promise<{ commit: string; entry: GithubEntry }> {
    const name = checkPath(path);
    const { sha, commit } = await this.#revisions.resolve(api, revision);
    const entry = name
      ? await this.#trees.find(api, commit.tree.sha, name)
      : undefined;
    if (!entry) {
      throw new NotFoundError(`There is no file '${name}' in ${api.label}`);
    }
    if (entry.type !== 'file') {
      throw new InputError(`'${name}' is a ${entry.type}, not a file`);
    }
    return { commit: sha, entry };
  }
}

function withoutMode({ mode: _mode, ...entry }: GithubEntry) {
  return entry;
}
