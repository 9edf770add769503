import { NotFoundError } from '@backstage/errors';
import {
  formatRepositoryName,
  type Change,
  type Review,
} from '@groundwork/plugin-forge-common';
import { hasStatus } from '../api/GithubFailure';
import type { RepositoryApi } from '../api/RepositoryApi';
import {
  comparisonAnswer,
  pullAnswer,
  reviewAnswer,
  type PullAnswer,
  type ReviewAnswer,
} from '../api/schemas';
import type { PortalAccount } from './PortalAccount';
import { presentPull, presentReview } from './presentPull';
import { readSignature } from './signature';

/** A list is for people; older changes are found on GitHub. */
const MAX_PAGES = 5;

/** GitHub counts what is merged as closed. */
const LIST_STATES: Readonly<Record<Change['state'], string>> = {
  open: 'open',
  merged: 'closed',
  closed: 'closed',
};

/** Reads pull requests as changes of the forge. */
export class PullReader {
  readonly #account: PortalAccount;

  static create(options: { account: PortalAccount }): PullReader {
    return new PullReader(options);
  }

  private constructor(options: { account: PortalAccount }) {
    this.#account = options.account;
  }

  /**
   * Newest first.
   *
   * @remarks
   * GitHub tells reviews, mergeability and the common ancestor of one pull request at a time, so a list has none of
   * them.
   */
  async list(api: RepositoryApi, state?: Change['state']): Promise<Change[]> {
    const pulls = await api.list('/pulls', pullAnswer, {
      query: {
        state: state ? LIST_STATES[state] : 'all',
        sort: 'created',
        direction: 'desc',
      },
      maxPages: MAX_PAGES,
    });
    const changes = await Promise.all(
      pulls.map(pull => this.present(api, pull)),
    );
    return changes.filter(change => !state || change.state === state);
  }

  /** One pull request as GitHub tells it. */
  async read(api: RepositoryApi, number: number): Promise<PullAnswer> {
    try {
      return await api.get(`/pulls/${number}`, pullAnswer);
    } catch (error) {
      throw hasStatus(error, 404)
        ? new NotFoundError(`There is no change ${number} in ${api.label}`)
        : error;
    }
  }

  /** One change with its reviews. */
  async get(api: RepositoryApi, number: number): Promise<Change> {
    return this.complete(api, await this.read(api, number));
  }

  /** A pull request with what has to be asked for apart. */
  async complete(api: RepositoryApi, pull: PullAnswer): Promise<Change> {
    const [change, reviews, base] = await Promise.all([
      this.present(api, pull),
      this.listReviews(api, pull.number),
      findBase(api, pull),
    ]);
    const shown = await Promise.all(
      reviews.map(async review =>
        presentReview(review, await this.#isSigned(api, review)),
      ),
    );
    return {
      ...change,
      base,
      reviews: shown.filter((review): review is Review => Boolean(review)),
    };
  }

  /** The reviews as GitHub tells them, oldest first. */
  async listReviews(
    api: RepositoryApi,
    number: number,
  ): Promise<ReviewAnswer[]> {
    return api.list(`/pulls/${number}/reviews`, reviewAnswer);
  }

  /** A pull request without what has to be asked for apart. */
  async present(api: RepositoryApi, pull: PullAnswer): Promise<Change> {
    return presentPull(pull, {
      repository: formatRepositoryName(api.name),
      isSigned: await this.#isSigned(api, pull),
    });
  }

  /** A signature counts in what the portal itself has written. */
  async #isSigned(
    api: RepositoryApi,
    { body, user }: Pick<PullAnswer, 'body' | 'user'>,
  ): Promise<boolean> {
    return (
      readSignature(body).ref !== undefined &&
      (await this.#account.isOwn(api.organization, user?.login))
    );
  }
}

/** GitHub names the commit that the target was at, which the source need not have. */
async function findBase(api: RepositoryApi, pull: PullAnswer): Promise<string> {
  try {
    const { merge_base_commit: base } = await api.get(
      `/compare/${pull.base.sha}...${pull.head.sha}`,
      comparisonAnswer,
      { query: { per_page: 1 } },
    );
    return base?.sha ?? pull.base.sha;
  } catch (error) {
    // A branch that was pushed over and collected is no longer there to compare.
    if (hasStatus(error, 404, 422)) {
      return pull.base.sha;
    }
    throw error;
  }
}
