import { NotAllowedError } from '@backstage/errors';
import {
  formatRepositoryName,
  type Change,
} from '@groundwork/plugin-forge-common';
import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';
import type { RepositoryApi } from '../api/RepositoryApi';
import { pullAnswer, type PullAnswer } from '../api/schemas';
import type { GithubCommits } from '../write/GithubCommits';
import { isFromFork } from './presentPull';
import type { PullReader } from './PullReader';
import { requireOpen } from './requirements';
import { replaceSignedText } from './signature';

/** What becomes different about a change. */
export interface PullUpdate {
  number: number;
  title?: string;
  description?: string;
  edits?: FileEdit[];
  message?: string;
  expectedHead?: string;
  actor: Actor;
}

/** Changes pull requests that are open. */
export class PullUpdates {
  readonly #reader: PullReader;
  readonly #commits: GithubCommits;

  static create(options: {
    reader: PullReader;
    commits: GithubCommits;
  }): PullUpdates {
    return new PullUpdates(options);
  }

  private constructor(options: { reader: PullReader; commits: GithubCommits }) {
    this.#reader = options.reader;
    this.#commits = options.commits;
  }

  /** Rewrites title or description, or adds a commit of edits to the source branch. */
  async update(api: RepositoryApi, update: PullUpdate): Promise<Change> {
    const { number, title, description, edits } = update;
    const pull = await this.#reader.read(api, number);
    requireOpen(pull);
    const head = edits
      ? await this.#addEdits(api, pull, { ...update, edits })
      : undefined;
    if (title !== undefined || description !== undefined) {
      await api.order('PATCH', `/pulls/${number}`, {
        body: {
          ...(title !== undefined && { title }),
          ...(description !== undefined && {
            body: replaceSignedText(pull.body, description),
          }),
        },
        isRepeatable: true,
      });
    }
    const change = await this.#reader.get(api, number);
    // GitHub moves the head of a pull request a little later than its branch.
    return head ? { ...change, head } : change;
  }

  /** Closes a change without merging it; one that is closed already stays so. */
  async close(api: RepositoryApi, number: number): Promise<Change> {
    const pull = await this.#reader.read(api, number);
    if (pull.state === 'closed' && !pull.merged_at) {
      return this.#reader.complete(api, pull);
    }
    requireOpen(pull);
    const closed = await api.send('PATCH', `/pulls/${number}`, pullAnswer, {
      body: { state: 'closed' },
      isRepeatable: true,
    });
    return this.#reader.complete(api, closed);
  }

  async #addEdits(
    api: RepositoryApi,
    pull: PullAnswer,
    update: PullUpdate & { edits: FileEdit[] },
  ): Promise<string> {
    if (isFromFork(pull, formatRepositoryName(api.name))) {
      throw new NotAllowedError(
        `The branch of ${pull.html_url} is in a fork, where the portal cannot write`,
      );
    }
    const { edits, message = 'Update', expectedHead, actor } = update;
    return this.#commits.addToBranch(api, {
      branch: pull.head.ref,
      parent: expectedHead ?? pull.head.sha,
      edits,
      message,
      actor,
    });
  }
}
