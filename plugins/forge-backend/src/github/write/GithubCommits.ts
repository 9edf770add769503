import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';
import { checkRefName, checkWritablePath } from '../../embedded/names';
import { cleanSignature } from '../../embedded/signatures';
import { formatMessage } from '../../embedded/writeCommit';
import { hasStatus } from '../api/GithubFailure';
import type { RepositoryApi } from '../api/RepositoryApi';
import { encodePath } from '../api/RestApi';
import { referenceAnswer } from '../api/schemas';
import type { GithubRevisions } from '../read/GithubRevisions';
import type { GithubTrees } from '../read/GithubTrees';
import {
  createEntry,
  writeCommit,
  writeTree,
  type NewTreeEntry,
} from './gitObjects';

/** Edits of one commit, by whom and why. */
export interface EditsCommit {
  parent: string;
  edits: readonly FileEdit[];
  message: string;
  actor: Actor;
}

/** Makes commits through GitHub's Git database, and moves branches to them. */
export class GithubCommits {
  readonly #revisions: GithubRevisions;
  readonly #trees: GithubTrees;

  static create(options: {
    revisions: GithubRevisions;
    trees: GithubTrees;
  }): GithubCommits {
    return new GithubCommits(options);
  }

  private constructor(options: {
    revisions: GithubRevisions;
    trees: GithubTrees;
  }) {
    this.#revisions = options.revisions;
    this.#trees = options.trees;
  }

  /** The commit that a branch is at; undefined without such a branch. */
  async findBranch(
    api: RepositoryApi,
    branch: string,
  ): Promise<string | undefined> {
    const name = checkRefName(branch);
    try {
      const { object } = await api.get(
        `/git/ref/heads/${encodePath(name)}`,
        referenceAnswer,
      );
      return object.sha;
    } catch (error) {
      if (hasStatus(error, 404, 409)) {
        return undefined;
      }
      throw error;
    }
  }

  /** The commit that a branch is at. */
  async requireBranch(api: RepositoryApi, branch: string): Promise<string> {
    const head = await this.findBranch(api, branch);
    if (!head) {
      throw new NotFoundError(`There is no branch '${branch}' in ${api.label}`);
    }
    return head;
  }

  /** Writes a commit of edits on top of another, without moving a branch. */
  async writeEdits(api: RepositoryApi, options: EditsCommit): Promise<string> {
    const { parent, message, actor } = options;
    const { commit } = await this.#revisions.resolve(api, parent);
    const base = commit.tree.sha;
    const tree = await this.#writeTree(api, base, options.edits);
    if (tree === base) {
      throw new ConflictError(
        'There is nothing to commit: the files are already as they were edited',
      );
    }
    return writeCommit(api, {
      tree,
      parents: [parent],
      message,
      author: actor.signature,
    });
  }

  /** Adds a commit of edits to a branch that has not moved, or finds that an earlier attempt has added it. */
  async addToBranch(
    api: RepositoryApi,
    options: EditsCommit & { branch: string },
  ): Promise<string> {
    const { branch, parent } = options;
    const head = await this.requireBranch(api, branch);
    if (head !== parent) {
      if (await this.isCommitOfEdits(api, head, options)) {
        return head;
      }
      throw hasMoved(branch);
    }
    const commit = await this.writeEdits(api, options);
    try {
      await api.order('PATCH', `/git/refs/heads/${encodePath(branch)}`, {
        body: { sha: commit, force: false },
        isRepeatable: true,
      });
    } catch (error) {
      // Also what a rule of the branch is answered with, so the branch itself is asked.
      if (hasStatus(error, 409, 422)) {
        const now = await this.findBranch(api, branch);
        if (now !== parent) {
          throw hasMoved(branch);
        }
      }
      throw error;
    }
    return commit;
  }

  /** Whether a commit is what these edits would become: then an earlier attempt of the same has already made it. */
  async isCommitOfEdits(
    api: RepositoryApi,
    id: string,
    options: EditsCommit,
  ): Promise<boolean> {
    const { parents, commit } = await this.#revisions.resolve(api, id);
    if (
      parents.length !== 1 ||
      parents[0].sha !== options.parent ||
      formatMessage(commit.message) !== formatMessage(options.message) ||
      commit.author?.email !== cleanSignature(options.actor.signature).email
    ) {
      return false;
    }
    const before = await this.#revisions.resolve(api, options.parent);
    const base = before.commit.tree.sha;
    const tree = await this.#writeTree(api, base, options.edits);
    return tree === commit.tree.sha;
  }

  async #writeTree(
    api: RepositoryApi,
    base: string,
    edits: readonly FileEdit[],
  ): Promise<string> {
    if (edits.length === 0) {
      throw new InputError('There is nothing to commit: no file was edited');
    }
    const named = edits.map(edit => ({
      ...edit,
      path: checkWritablePath(edit.path),
    }));
    const paths = named.map(({ path }) => path);
    const repeated = paths.find((path, index) => paths.indexOf(path) !== index);
    if (repeated) {
      throw new InputError(`'${repeated}' is edited twice`);
    }
    await this.#checkPlaces(api, base, named);
    const tree: NewTreeEntry[] = [];
    for (const edit of named) {
      tree.push(await this.#createEntry(api, base, edit));
    }
    return writeTree(api, tree, base);
  }

  /** GitHub would silently drop a file that is in the way of a directory. */
  async #checkPlaces(
    api: RepositoryApi,
    base: string,
    edits: readonly FileEdit[],
  ): Promise<void> {
    const written = edits.filter(({ content }) => content !== undefined);
    const removed = new Set(
      edits.filter(edit => !written.includes(edit)).map(({ path }) => path),
    );
    const files = new Set(written.map(({ path }) => path));
    for (const { path } of written) {
      for (const parent of parentsOf(path)) {
        const { type = 'directory' } = removed.has(parent)
          ? {}
          : (await this.#trees.find(api, base, parent)) ?? {};
        if (files.has(parent) || type !== 'directory') {
          throw new InputError(`'${parent}' is a file, so '${path}' cannot be`);
        }
      }
    }
  }

  async #createEntry(
    api: RepositoryApi,
    base: string,
    { path, content, isExecutable }: FileEdit,
  ): Promise<NewTreeEntry> {
    const existing = await this.#trees.find(api, base, path);
    if (existing && existing.type !== 'file') {
      throw new InputError(
        existing.type === 'directory'
          ? `'${path}' is a directory`
          : `'${path}' is a link or a submodule and cannot be edited`,
      );
    }
    if (content === undefined) {
      if (!existing) {
        throw new InputError(`There is no file '${path}' to delete`);
      }
      return { path, mode: existing.mode, type: 'blob', sha: null };
    }
    const isRunnable = isExecutable ?? existing?.mode === '100755';
    return createEntry(api, {
      path,
      mode: isRunnable ? '100755' : '100644',
      content: Buffer.from(content),
    });
  }
}

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function hasMoved(branch: string): ConflictError {
  return new ConflictError(
    `'${branch}' has new commits; look at them and try again`,
  );
}
