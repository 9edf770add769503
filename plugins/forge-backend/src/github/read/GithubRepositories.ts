import { NotFoundError } from '@backstage/errors';
import type {
  Repository,
  RepositoryName,
} from '@groundwork/plugin-forge-common';
import pLimit from 'p-limit';
import type { GithubClient } from '../api/GithubClient';
import { hasStatus } from '../api/GithubFailure';
import { RepositoryApi } from '../api/RepositoryApi';
import { RestApi } from '../api/RestApi';
import {
  repositoryAnswer,
  type CommitAnswer,
  type RepositoryAnswer,
} from '../api/schemas';
import { isSeed, readDescription } from '../write/creationMark';
import type { GithubRevisions } from './GithubRevisions';

/** Far below the hundred requests at once at which GitHub begins to refuse. */
const CONCURRENCY = 8;

/** GitHub's `pushed_at` has whole seconds, so a push in the same second could be missed. */
const PUSH_GRACE_MS = 2_000;

/** Even what GitHub calls unchanged is looked at again after this. */
const MAX_HEAD_AGE_MS = 15 * 60_000;

interface KnownHead {
  pushedAt: string;
  branch: string;
  readAt: number;
  head?: CommitAnswer;
}

/** Reads which repositories there are, and where their default branches are. */
export class GithubRepositories {
  readonly #client: GithubClient;
  readonly #revisions: GithubRevisions;
  /** Heads by repository: GitHub's lists do not have them, and one request for each is too much for every page. */
  readonly #heads = new Map<string, KnownHead>();
  /** Lists that are being read: several people who open a page at once wait for the same one. */
  readonly #lists = new Map<string, Promise<Repository[]>>();

  static create(options: {
    client: GithubClient;
    revisions: GithubRevisions;
  }): GithubRepositories {
    return new GithubRepositories(options);
  }

  private constructor(options: {
    client: GithubClient;
    revisions: GithubRevisions;
  }) {
    this.#client = options.client;
    this.#revisions = options.revisions;
  }

  /** The repositories of an organization that are in use and complete, by name. */
  async list(organization: string): Promise<Repository[]> {
    const reading =
      this.#lists.get(organization) ??
      this.#readList(organization).finally(() =>
        this.#lists.delete(organization),
      );
    this.#lists.set(organization, reading);
    return reading;
  }

  /** Those of them that were pushed to since a moment; with one request while there are none. */
  async listPushed(organization: string, since: string): Promise<Repository[]> {
    const api = this.#organization(organization);
    const pushed: RepositoryAnswer[] = [];
    let page = await api.page('/repos', repositoryAnswer, {
      type: 'all',
      sort: 'pushed',
      direction: 'desc',
      per_page: 100,
    });
    for (;;) {
      const fresh = page.items.filter(({ pushed_at: at }) => at && at >= since);
      pushed.push(...fresh);
      if (!page.next || fresh.length < page.items.length) {
        return this.#describe(organization, pushed);
      }
      page = await api.page('/repos', repositoryAnswer, page.next);
    }
  }

  /** One repository as it is now. */
  async get(name: RepositoryName): Promise<Repository> {
    const api = RepositoryApi.for(this.#client, name);
    let answer: RepositoryAnswer;
    try {
      answer = await api.get('', repositoryAnswer);
    } catch (error) {
      throw hasStatus(error, 404)
        ? new NotFoundError(
            `There is no repository ${api.label}, or the portal may not see it`,
          )
        : error;
    }
    const head = await this.#revisions.find(api, answer.default_branch);
    const isMoved =
      answer.owner.login.toLowerCase() !== name.namespace.toLowerCase();
    if (isMoved || isUnfinished(answer, head)) {
      throw new NotFoundError(
        isMoved
          ? `${api.label} has moved to ${answer.html_url}`
          : `${api.label} is being created and has no files yet`,
      );
    }
    return this.present(name.namespace, answer, head);
  }

  /** A repository in the words of the forge. */
  present(
    namespace: string,
    answer: RepositoryAnswer,
    head?: CommitAnswer,
  ): Repository {
    const { description } = readDescription(answer.description);
    const committedAt = head?.commit.committer?.date ?? undefined;
    return {
      host: this.#client.host,
      namespace,
      name: answer.name,
      ...(description && { description }),
      defaultBranch: answer.default_branch,
      ...(head && { head: head.sha }),
      ...(committedAt && { updatedAt: committedAt }),
      url: answer.html_url,
      cloneUrl: answer.clone_url,
    };
  }

  async #readList(organization: string): Promise<Repository[]> {
    const api = this.#organization(organization);
    const answers = await api.list('/repos', repositoryAnswer, {
      query: { type: 'all', sort: 'full_name' },
    });
    return this.#describe(organization, answers);
  }

  async #describe(
    organization: string,
    answers: RepositoryAnswer[],
  ): Promise<Repository[]> {
    const inUse = answers.filter(
      ({ archived, disabled }) => !archived && !disabled,
    );
    const limit = pLimit(CONCURRENCY);
    const described = await Promise.all(
      inUse.map(answer =>
        limit(async () => {
          const head = await this.#readHead(organization, answer);
          return isUnfinished(answer, head)
            ? undefined
            : this.present(organization, answer, head);
        }),
      ),
    );
    return described.filter(repository => repository !== undefined);
  }

  async #readHead(
    namespace: string,
    answer: RepositoryAnswer,
  ): Promise<CommitAnswer | undefined> {
    const { default_branch: branch, pushed_at: pushedAt, name } = answer;
    const key = `${namespace}/${name}`.toLowerCase();
    const known = this.#heads.get(key);
    const isCurrent =
      known &&
      known.pushedAt === pushedAt &&
      known.branch === branch &&
      known.readAt - Date.parse(pushedAt) > PUSH_GRACE_MS &&
      Date.now() - known.readAt < MAX_HEAD_AGE_MS;
    if (isCurrent) {
      return known.head;
    }
    const readAt = Date.now();
    const api = RepositoryApi.for(this.#client, { namespace, name });
    const head = await this.#revisions.find(api, branch);
    if (pushedAt) {
      this.#heads.set(key, { pushedAt, branch, readAt, head });
    }
    return head;
  }

  #organization(organization: string): RestApi {
    return RestApi.create(this.#client, {
      organization,
      base: `/orgs/${encodeURIComponent(organization)}`,
    });
  }
}

/** A repository that the portal has begun and not finished; to everybody it is not there yet. */
function isUnfinished(
  { description }: RepositoryAnswer,
  head: CommitAnswer | undefined,
): boolean {
  return (
    readDescription(description).key !== undefined &&
    (!head || isSeed(head.commit.message))
  );
}
