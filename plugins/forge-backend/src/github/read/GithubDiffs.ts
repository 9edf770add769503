import type { Diff, FileDiff } from '@groundwork/plugin-forge-common';
import type { RepositoryApi } from '../api/RepositoryApi';
import { PAGE_SIZE } from '../api/RestApi';
import {
  commitFilesAnswer,
  comparisonAnswer,
  fileAnswer,
  type CommitAnswer,
  type FileAnswer,
} from '../api/schemas';
import type { ChangedPath } from '@groundwork/plugin-forge-node';
import { addedFile, toFileDiff } from './fileDiffs';
import type { GithubRevisions } from './GithubRevisions';
import { readBlob, type GithubEntry, type GithubTrees } from './GithubTrees';

/** What GitHub compares at most with one request, and what a browser still shows with ease. */
const MAX_FILES = 300;

/** Files of a tree whose content is read to show them as added. */
const MAX_ADDED_FILES = 100;
const MAX_ADDED_BYTES = 512 * 1024;

/** Tells what differs. */
export class GithubDiffs {
  readonly #revisions: GithubRevisions;
  readonly #trees: GithubTrees;

  static create(options: {
    revisions: GithubRevisions;
    trees: GithubTrees;
  }): GithubDiffs {
    return new GithubDiffs(options);
  }

  private constructor(options: {
    revisions: GithubRevisions;
    trees: GithubTrees;
  }) {
    this.#revisions = options.revisions;
    this.#trees = options.trees;
  }

  /** What `to` has that `from` has not; an absent `from` is the empty tree. */
  async compare(
    api: RepositoryApi,
    range: { from?: string; to: string },
  ): Promise<Diff> {
    const to = await this.#revisions.resolve(api, range.to);
    if (range.from === undefined) {
      return to.parents.length === 0
        ? this.#showFirstCommit(api, to)
        : this.#showTree(api, to);
    }
    const from = await this.#revisions.resolve(api, range.from);
    const { files } = await api.get(
      `/compare/${from.sha}...${to.sha}`,
      comparisonAnswer,
    );
    const shown = present(files ?? []);
    return {
      files: shown,
      omittedFiles:
        shown.length < MAX_FILES
          ? 0
          : await this.#countOmitted(api, { from, to, shown: shown.length }),
    };
  }

  /** What a pull request changes. */
  async comparePull(
    api: RepositoryApi,
    { number, total }: { number: number; total?: number },
  ): Promise<Diff> {
    const files = await api.list(`/pulls/${number}/files`, fileAnswer, {
      maxPages: MAX_FILES / PAGE_SIZE,
    });
    const shown = present(files);
    return {
      files: shown,
      omittedFiles: Math.max((total ?? 0) - files.length, 0),
    };
  }

  /** The paths whose files differ between two commits; without `from` every file. */
  async listChangedPaths(
    api: RepositoryApi,
    range: { from?: string; to: string },
  ): Promise<ChangedPath[]> {
    const [before, after] = await Promise.all([
      range.from ? this.#listFiles(api, range.from) : new Map(),
      this.#listFiles(api, range.to),
    ]);
    const changed: ChangedPath[] = [];
    for (const [path, entry] of after) {
      const old = before.get(path);
      if (!old) {
        changed.push({ path, status: 'added' });
      } else if (old.id !== entry.id || old.mode !== entry.mode) {
        changed.push({ path, status: 'modified' });
      }
    }
    for (const path of before.keys()) {
      if (!after.has(path)) {
        changed.push({ path, status: 'deleted' });
      }
    }
    return changed;
  }

  async #listFiles(
    api: RepositoryApi,
    revision: string,
  ): Promise<ReadonlyMap<string, GithubEntry>> {
    const { commit } = await this.#revisions.resolve(api, revision);
    const root = { id: commit.tree.sha, path: '' };
    const entries = await this.#trees.listAll(api, root);
    return new Map(
      entries
        .filter(({ type }) => type !== 'directory')
        .map(entry => [entry.path, entry]),
    );
  }

  /** GitHub says nothing of the files beyond its limit, so the trees are counted; a renamed file counts twice there. */
  async #countOmitted(
    api: RepositoryApi,
    options: { from: CommitAnswer; to: CommitAnswer; shown: number },
  ): Promise<number> {
    const { from, to, shown } = options;
    const range = { from: from.sha, to: to.sha };
    const paths = await this.listChangedPaths(api, range);
    return Math.max(paths.length - shown, 0);
  }

  async #showFirstCommit(
    api: RepositoryApi,
    { sha, commit }: CommitAnswer,
  ): Promise<Diff> {
    const path = `/commits/${sha}`;
    const files: FileAnswer[] = [];
    for (let page = 1; page <= MAX_FILES / PAGE_SIZE; page++) {
      const answer = await api.get(path, commitFilesAnswer, {
        query: { per_page: PAGE_SIZE, page },
      });
      const found = answer.files ?? [];
      files.push(...found);
      if (found.length < PAGE_SIZE) {
        break;
      }
    }
    const root = { id: commit.tree.sha, path: '' };
    const all = (await this.#trees.listAll(api, root)).filter(
      ({ type }) => type !== 'directory',
    );
    return {
      files: present(files),
      omittedFiles: Math.max(all.length - files.length, 0),
    };
  }

  async #showTree(api: RepositoryApi, { commit }: CommitAnswer): Promise<Diff> {
    const root = { id: commit.tree.sha, path: '' };
    const all = (await this.#trees.listAll(api, root)).filter(
      ({ type }) => type === 'file',
    );
    const files: FileDiff[] = [];
    for (const { id, path, size = 0 } of all.slice(0, MAX_ADDED_FILES)) {
      const bytes =
        size <= MAX_ADDED_BYTES ? await readBlob(api, id) : undefined;
      files.push(addedFile(path, bytes));
    }
    return { files, omittedFiles: all.length - files.length };
  }
}

function present(files: FileAnswer[]): FileDiff[] {
  return files.filter(({ status }) => status !== 'unchanged').map(toFileDiff);
}
