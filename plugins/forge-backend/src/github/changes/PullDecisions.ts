import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Change, ReviewVerdict } from '@groundwork/plugin-forge-common';
import type { Actor } from '@groundwork/plugin-forge-node';
import { cleanSignature } from '../../embedded/signatures';
import { failureOf, hasStatus } from '../api/GithubFailure';
import type { RepositoryApi } from '../api/RepositoryApi';
import {
  mergeAnswer,
  reviewAnswer,
  type PullAnswer,
  type ReviewAnswer,
} from '../api/schemas';
import { sendOnce } from '../api/sendOnce';
import type { PortalAccount } from './PortalAccount';
import type { PullReader } from './PullReader';
import { requireHead, requireOpen } from './requirements';
import { signText } from './signature';

const EVENTS: Readonly<Record<ReviewVerdict, string>> = {
  approve: 'APPROVE',
  'request-changes': 'REQUEST_CHANGES',
  comment: 'COMMENT',
};

/** A review, of the head that the reviewer saw. */
export interface PullReview {
  number: number;
  verdict: ReviewVerdict;
  comment?: string;
  expectedHead: string;
  actor: Actor;
}

/** What decisions are made with. */
interface Options {
  account: PortalAccount;
  reader: PullReader;
  /** Whether an approval in the portal becomes one of the portal's account. */
  areApprovalsAllowed: boolean;
}

/** Reviews and merges pull requests. */
export class PullDecisions {
  readonly #account: PortalAccount;
  readonly #reader: PullReader;
  readonly #areApprovalsAllowed: boolean;

  static create(options: Options): PullDecisions {
    return new PullDecisions(options);
  }

  private constructor(options: Options) {
    this.#account = options.account;
    this.#reader = options.reader;
    this.#areApprovalsAllowed = options.areApprovalsAllowed;
  }

  /** Sends a review in the name of the portal's account, signed for the reviewer. */
  async review(api: RepositoryApi, options: PullReview): Promise<Change> {
    const { number, verdict, expectedHead } = options;
    const pull = await this.#reader.read(api, number);
    requireOpen(pull);
    requireHead(pull, expectedHead);
    if (verdict === 'approve' && !this.#areApprovalsAllowed) {
      throw new NotAllowedError(
        `An approval in the portal would be one of the portal's own account; approve the change on GitHub: ${pull.html_url}`,
      );
    }
    try {
      const { user } = await this.#send(api, options);
      this.#account.learn(user?.login);
    } catch (error) {
      throw hasStatus(error, 422) && /\bown pull request/i.test(`${error}`)
        ? new NotAllowedError(
            `GitHub lets no account judge its own pull request, and the portal's account opened this one; do it on GitHub: ${pull.html_url}`,
          )
        : error;
    }
    return this.#reader.get(api, number);
  }

  /** Merges with a merge commit. */
  async merge(
    api: RepositoryApi,
    options: { number: number; expectedHead: string; actor: Actor },
  ): Promise<Change> {
    const { number, expectedHead, actor } = options;
    const pull = await this.#reader.read(api, number);
    if (pull.merged_at && pull.head.sha === expectedHead) {
      return this.#reader.complete(api, pull);
    }
    requireOpen(pull);
    requireHead(pull, expectedHead);
    const { name, email } = cleanSignature(actor.signature);
    try {
      await sendOnce(api.client, {
        send: () =>
          api.send('PUT', `/pulls/${number}/merge`, mergeAnswer, {
            body: {
              sha: expectedHead,
              merge_method: 'merge',
              commit_message: `${pull.title}\n\nMerged-by: ${name} <${email}>`,
            },
          }),
        find: async () => {
          const now = await this.#reader.read(api, number);
          return now.merged_at ? { sha: '' } : undefined;
        },
      });
    } catch (error) {
      throw explainRefusal(pull, error);
    }
    return this.#reader.get(api, number);
  }

  async #send(api: RepositoryApi, options: PullReview): Promise<ReviewAnswer> {
    const { number, verdict, comment = '', expectedHead, actor } = options;
    const text = signText(comment, actor);
    return sendOnce(api.client, {
      send: () =>
        api.send('POST', `/pulls/${number}/reviews`, reviewAnswer, {
          body: {
            commit_id: expectedHead,
            event: EVENTS[verdict],
            body: text,
          },
        }),
      find: async () =>
        (await this.#reader.listReviews(api, number)).findLast(
          ({ body, commit_id: head }) =>
            body?.trim() === text && head === expectedHead,
        ),
    });
  }
}

/** 405: it cannot be merged, or not in this way; 409: the head has moved. */
function explainRefusal(pull: PullAnswer, error: unknown): unknown {
  if (!hasStatus(error, 405, 409)) {
    return error;
  }
  const reason = failureOf(error)?.reason ?? '';
  return /not allowed/i.test(reason)
    ? new NotAllowedError(
        `The repository admits no merge commits (${reason}); allow them in its settings, or merge on GitHub: ${pull.html_url}`,
      )
    : new ConflictError(
        `Change ${pull.number} cannot be merged: ${reason}. Look at it again: ${pull.html_url}`,
      );
}
