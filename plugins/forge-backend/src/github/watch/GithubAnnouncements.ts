import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import type {
  ChangedPath,
  ChangeEvent,
  ForgeEvents,
  PushEvent,
} from '@groundwork/plugin-forge-node';
import { LRUCache } from 'lru-cache';
import type { GithubClient } from '../api/GithubClient';
import { RepositoryApi } from '../api/RepositoryApi';
import { repositoryAnswer } from '../api/schemas';
import type { GithubDiffs } from '../read/GithubDiffs';
import type { GithubRevisions } from '../read/GithubRevisions';

/** Branches and tags of which it is remembered where they were last. */
const MAX_REMEMBERED = 20_000;

/** A ref that moved, as far as it is known. */
export type MovedRef = RepositoryName &
  Pick<PushEvent, 'ref' | 'isDefaultBranch' | 'before' | 'after'> & {
    /** What the sender said is different, in case GitHub cannot be asked. */
    told?: ChangedPath[];
  };

/** What announcements are made with. */
interface Options {
  client: GithubClient;
  diffs: GithubDiffs;
  events: Pick<ForgeEvents, 'emit'>;
  logger: LoggerService;
  revisions: GithubRevisions;
}

/** Tells the listeners what happened on a GitHub host, each push once, whoever noticed it first. */
export class GithubAnnouncements {
  readonly #client: GithubClient;
  readonly #diffs: GithubDiffs;
  readonly #events: Pick<ForgeEvents, 'emit'>;
  readonly #logger: LoggerService;
  readonly #revisions: GithubRevisions;
  /** Where a ref was when the listeners were told last: a push is heard of from several sides. */
  readonly #told = new LRUCache<string, { after?: string }>({
    max: MAX_REMEMBERED,
  });

  static create(options: Options): GithubAnnouncements {
    return new GithubAnnouncements(options);
  }

  private constructor(options: Options) {
    this.#client = options.client;
    this.#diffs = options.diffs;
    this.#events = options.events;
    this.#logger = options.logger;
    this.#revisions = options.revisions;
  }

  /** A branch or tag was created, moved or deleted; fails when nobody knows which files are different. */
  async push(moved: MovedRef): Promise<void> {
    const { told, ...push } = moved;
    const { ref, after } = push;
    const key = `${formatRepositoryName(push).toLowerCase()}@${ref}`;
    const last = this.#told.get(key);
    if (last && last.after === after) {
      return;
    }
    this.#told.set(key, { after });
    try {
      const changedPaths = after
        ? await this.#listChangedPaths({ ...moved, after })
        : [];
      const { host } = this.#client;
      this.#events.emit({ type: 'push', host, ...push, changedPaths });
    } catch (error) {
      this.#told.delete(key);
      throw error;
    }
  }

  /** The portal itself added a commit to a branch; what cannot be told now is found by the next poll. */
  async branch(
    api: RepositoryApi,
    branch: string,
    after: string,
  ): Promise<void> {
    try {
      const [repository, commit] = await Promise.all([
        api.get('', repositoryAnswer),
        this.#revisions.resolve(api, after),
      ]);
      await this.push({
        ...api.name,
        ref: `refs/heads/${branch}`,
        isDefaultBranch: branch === repository.default_branch,
        before: commit.parents[0]?.sha,
        after,
      });
    } catch (error) {
      this.#logger.warn(
        `The portal's own commit ${after} to ${api.label} was not announced`,
        isError(error) ? error : undefined,
      );
    }
  }

  /** A repository came or went. */
  repository(name: RepositoryName, action: 'created' | 'removed'): void {
    this.#events.emit({
      type: 'repository',
      host: this.#client.host,
      namespace: name.namespace,
      name: name.name,
      action,
    });
  }

  /** A change was opened, updated, reviewed, merged or closed. */
  change(
    name: RepositoryName,
    number: number,
    action: ChangeEvent['action'],
  ): void {
    this.#events.emit({
      type: 'change',
      host: this.#client.host,
      namespace: name.namespace,
      name: name.name,
      number,
      action,
    });
  }

  async #listChangedPaths(
    moved: MovedRef & { after: string },
  ): Promise<ChangedPath[]> {
    const { before, after, told } = moved;
    const api = RepositoryApi.for(this.#client, moved);
    try {
      return await this.#diffs.listChangedPaths(api, {
        from: before,
        to: after,
      });
    } catch (error) {
      if (!told?.length) {
        throw error;
      }
      this.#logger.warn(
        `The files of a push to ${api.label} are known only as its webhook told them`,
        isError(error) ? error : undefined,
      );
      return told;
    }
  }
}
