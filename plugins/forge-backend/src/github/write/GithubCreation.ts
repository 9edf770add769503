import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { CreateRepositoryOptions } from '@groundwork/plugin-forge-node';
import { buildRepository } from '../../embedded/creation/buildRepository';
import type { GithubClient } from '../api/GithubClient';
import { failureOf, hasStatus } from '../api/GithubFailure';
import { RepositoryApi } from '../api/RepositoryApi';
import { RestApi } from '../api/RestApi';
import { repositoryAnswer, type RepositoryAnswer } from '../api/schemas';
import { sendOnce } from '../api/sendOnce';
import { checkGithubName } from '../names';
import {
  formatDescription,
  formatKey,
  markDescription,
  readDescription,
  signMessage,
} from './creationMark';
import { findProgress, findRepository } from './creationProgress';
import type { GithubCommits } from './GithubCommits';
import { isTrusted, pushWithGit } from './pushWithGit';
import { uploadFirstCommit, type FirstCommit } from './uploadFirstCommit';

/** What GitHub takes with one push. */
const MAX_BYTES = 2 * 1024 ** 3;

/** A repository that was just made is not everywhere at once. */
const PUSH_ATTEMPTS = 3;

/** A repository with its first commit. */
export interface FinishedRepository {
  answer: RepositoryAnswer;
  commit: string;
}

/**
 * Makes repositories with their first commit, in steps of which each can be the last before the process dies.
 *
 * @remarks
 * The description says which attempt is making the repository, and the first commit which one made it. So another call
 * with the same key goes on where the first one stopped, and one with another key leaves it alone. The description is
 * put right last.
 */
export class GithubCreation {
  readonly #client: GithubClient;
  readonly #commits: GithubCommits;
  readonly #gitOrigins: readonly string[];
  readonly #logger: LoggerService;

  static create(options: {
    client: GithubClient;
    commits: GithubCommits;
    /** The origins that may be shown the token by Git. */
    gitOrigins: readonly string[];
    logger: LoggerService;
  }): GithubCreation {
    return new GithubCreation(options);
  }

  private constructor(options: {
    client: GithubClient;
    commits: GithubCommits;
    gitOrigins: readonly string[];
    logger: LoggerService;
  }) {
    this.#client = options.client;
    this.#commits = options.commits;
    this.#gitOrigins = options.gitOrigins;
    this.#logger = options.logger;
  }

  /** Makes the repository, or finishes it, or finds that it is finished. */
  async create(options: CreateRepositoryOptions): Promise<FinishedRepository> {
    checkGithubName(options);
    const place = await mkdtemp(join(tmpdir(), 'forge-github-'));
    try {
      // What cannot be a repository is refused before GitHub hears of it.
      const first = await buildFirstCommit(place, options);
      return await this.#make(options, first);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }

  async #make(
    options: CreateRepositoryOptions,
    first: FirstCommit,
  ): Promise<FinishedRepository> {
    const api = RepositoryApi.for(this.#client, options);
    const found = await findRepository(api);
    const answer = found ?? (await this.#order(api, options));
    const progress = await findProgress(
      api,
      answer,
      formatKey(options.idempotencyKey),
    );
    if (progress.state === 'done') {
      return this.#finish(api, answer, { ...options, ...progress });
    }
    try {
      const commit = await this.#publish(api, answer, { options, first });
      return await this.#finish(api, answer, { ...options, commit });
    } catch (error) {
      throw found || !isRefusal(error)
        ? error
        : await this.#withdraw(api, answer, { options, reason: error });
    }
  }

  /** Orders an empty repository that only its organization's owners see. */
  async #order(
    api: RepositoryApi,
    { name, description, idempotencyKey, signal }: CreateRepositoryOptions,
  ): Promise<RepositoryAnswer> {
    const organization = RestApi.create(this.#client, {
      organization: api.organization,
      base: `/orgs/${encodeURIComponent(api.organization)}`,
    });
    try {
      return await sendOnce(this.#client, {
        send: () =>
          organization.send('POST', '/repos', repositoryAnswer, {
            body: {
              name,
              description: markDescription(
                formatDescription(description),
                formatKey(idempotencyKey),
              ),
              private: true,
            },
            signal,
          }),
        find: () => findRepository(api),
        signal,
      });
    } catch (error) {
      // Somebody else has taken the name meanwhile, or this attempt did so without hearing of it.
      const taken = hasStatus(error, 422) && (await findRepository(api));
      if (taken) {
        return taken;
      }
      throw error;
    }
  }

  async #publish(
    api: RepositoryApi,
    answer: RepositoryAnswer,
    {
      options,
      first,
    }: { options: CreateRepositoryOptions; first: FirstCommit },
  ): Promise<string> {
    const { default_branch: branch, clone_url: cloneUrl } = answer;
    const { signal } = options;
    for (let attempt = 1; attempt <= PUSH_ATTEMPTS; attempt++) {
      const outcome = isTrusted(cloneUrl, this.#gitOrigins)
        ? await pushWithGit(api, { ...first, branch, cloneUrl, signal })
        : 'unreachable';
      if (outcome === 'pushed') {
        return first.commit;
      }
      const progress = await findProgress(
        api,
        answer,
        formatKey(options.idempotencyKey),
      );
      if (progress.state === 'done') {
        return progress.commit;
      }
      if (outcome === 'unreachable' || progress.state === 'seeded') {
        break;
      }
      await this.#client.pause(attempt, signal);
    }
    return uploadFirstCommit(api, first, {
      branch,
      key: formatKey(options.idempotencyKey),
      findHead: () => this.#commits.findBranch(api, branch),
    });
  }

  /** The repository is complete; the mark in its description is only untidy, and hidden by the portal. */
  async #finish(
    api: RepositoryApi,
    answer: RepositoryAnswer,
    { description, commit }: { description?: string; commit: string },
  ): Promise<FinishedRepository> {
    if (readDescription(answer.description).key === undefined) {
      return { answer, commit };
    }
    try {
      const tidy = await api.send('PATCH', '', repositoryAnswer, {
        body: { description: formatDescription(description) },
        isRepeatable: true,
      });
      return { answer: tidy, commit };
    } catch (error) {
      this.#logger.warn(
        `${api.label} is complete, but its description still names the task that created it`,
        isError(error) ? error : undefined,
      );
      return { answer, commit };
    }
  }

  /** A repository that this attempt ordered, and that can never have its first commit, is taken back. */
  async #withdraw(
    api: RepositoryApi,
    answer: RepositoryAnswer,
    { options, reason }: { options: CreateRepositoryOptions; reason: unknown },
  ): Promise<unknown> {
    try {
      const progress = await findProgress(
        api,
        answer,
        formatKey(options.idempotencyKey),
      );
      const own = progress.state === 'empty' ? undefined : progress.commit;
      const head = await this.#commits.findBranch(api, answer.default_branch);
      if (progress.state !== 'done' && head === own) {
        await api.order('DELETE', '');
      }
      return reason;
    } catch (error) {
      return new ServiceUnavailableError(
        `${api.label} was begun, and is empty: ${messageOf(
          reason,
        )}. Run the task again once that is solved, or delete the repository, which the portal could not`,
        error,
      );
    }
  }
}

async function buildFirstCommit(
  place: string,
  options: CreateRepositoryOptions,
): Promise<FirstCommit> {
  const { actor, directory, idempotencyKey, signal } = options;
  const message = signMessage(options.message, formatKey(idempotencyKey));
  const built = await buildRepository(place, {
    history: { commits: [{ directory, message, actor }] },
    maxBytes: MAX_BYTES,
    signal,
  });
  return {
    directory: built.directory,
    commit: built.head,
    message,
    author: actor.signature,
  };
}

/** An answer that stays the same however often one asks. */
function isRefusal(error: unknown): boolean {
  const failure = failureOf(error);
  return failure
    ? failure.kind === 'refused'
    : isError(error) && ['InputError', 'NotAllowedError'].includes(error.name);
}

function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
