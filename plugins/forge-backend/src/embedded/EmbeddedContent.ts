import type { Readable } from 'node:stream';
import type {
  Commit,
  Diff,
  Page,
  Refs,
  RepositoryFile,
  RepositoryName,
  Tree,
} from '@groundwork/plugin-forge-common';
import type { TreeLocation } from '@groundwork/plugin-forge-node';
import { readArchive } from './archive';
import { listCommits, readCommit } from './commits';
import { diff } from './diffs';
import { checkPath } from './names';
import { readDefaultBranch, readRefs } from './refs';
import type { RepositoryDirectory } from './RepositoryDirectory';
import {
  resolveCommit,
  resolveRevision,
  splitRevision,
  type SplitRevision,
} from './Revisions';
import { readBytes, readFile, readTree, type ModeTree } from './trees';

/** A place with everything about it looked up. */
interface Place {
  directory: string;
  commit: string;
  path: string;
}

/** Reads what is in the repositories. */
export class EmbeddedContent {
  readonly #repositories: RepositoryDirectory;

  static create(repositories: RepositoryDirectory): EmbeddedContent {
    return new EmbeddedContent(repositories);
  }

  private constructor(repositories: RepositoryDirectory) {
    this.#repositories = repositories;
  }

  /** Branches by name with the default one first, and tags newest first. */
  async listRefs(name: RepositoryName): Promise<Refs> {
    const directory = await this.#repositories.find(name);
    const [refs, defaultBranch] = await Promise.all([
      readRefs(directory),
      readDefaultBranch(directory),
    ]);
    const list = (prefix: string) =>
      [...refs]
        .filter(([ref]) => ref.startsWith(prefix))
        .map(([ref, commit]) => ({ name: ref.slice(prefix.length), commit }));
    const rank = (branch: string) => (branch === defaultBranch ? 0 : 1);
    return {
      branches: list('refs/heads/').sort(
        (a, b) =>
          rank(a.name) - rank(b.name) || a.name.localeCompare(b.name, 'en'),
      ),
      tags: list('refs/tags/'),
    };
  }

  async resolveRevision(location: TreeLocation): Promise<string> {
    return (await this.#open(location)).commit;
  }

  async splitRevision(
    name: RepositoryName,
    rest: string,
  ): Promise<SplitRevision> {
    const place = await splitRevision(
      await this.#repositories.find(name),
      rest,
    );
    return { ...place, path: checkPath(place.path) };
  }

  async readTree(location: TreeLocation): Promise<Tree> {
    const { directory, ...place } = await this.#open(location);
    return withoutModes(await readTree(directory, place));
  }

  /** Every file below a directory. */
  async listFiles(location: TreeLocation): Promise<Tree> {
    const { directory, ...place } = await this.#open(location);
    return withoutModes(
      await readTree(directory, { ...place, isRecursive: true }),
    );
  }

  async readFile(location: TreeLocation): Promise<RepositoryFile> {
    const { directory, ...place } = await this.#open(location);
    return readFile(directory, place);
  }

  async readBytes(location: TreeLocation): Promise<Buffer> {
    const { directory, ...place } = await this.#open(location);
    return (await readBytes(directory, place)).bytes;
  }

  async readArchive(location: TreeLocation): Promise<Readable> {
    const { directory, ...place } = await this.#open(location);
    return readArchive(directory, place);
  }

  async listCommits(
    location: TreeLocation & { cursor?: string; limit?: number },
  ): Promise<Page<Commit>> {
    const { directory, ...place } = await this.#open(location);
    const { cursor, limit } = location;
    return listCommits(directory, { ...place, cursor, limit });
  }

  async getCommit(name: RepositoryName, id: string): Promise<Commit> {
    const directory = await this.#repositories.find(name);
    return readCommit(directory, await resolveCommit(directory, id));
  }

  /** What `to` has that `from` has not; both are branches, tags or commits. */
  async diff(
    name: RepositoryName,
    range: { from?: string; to: string },
  ): Promise<Diff> {
    const directory = await this.#repositories.find(name);
    const [from, to] = await Promise.all([
      range.from && resolveRevision(directory, range.from),
      resolveRevision(directory, range.to),
    ]);
    return diff(directory, { from: from || undefined, to });
  }

  async #open(location: TreeLocation): Promise<Place> {
    const path = checkPath(location.path);
    const directory = await this.#repositories.find(location);
    const commit = await resolveRevision(directory, location.revision);
    return { directory, commit, path };
  }
}

function withoutModes(tree: ModeTree): Tree {
  return {
    ...tree,
    entries: tree.entries.map(({ mode: _mode, ...entry }) => entry),
  };
}
