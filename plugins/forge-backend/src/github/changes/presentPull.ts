import type {
  Change,
  Mergeability,
  Review,
  ReviewVerdict,
} from '@groundwork/plugin-forge-common';
import type { PullAnswer, ReviewAnswer } from '../api/schemas';
import { readSignature } from './signature';

/** The name that GitHub gives to accounts that are gone. */
const GONE = 'ghost';

const VERDICTS: Readonly<Record<string, ReviewVerdict>> = {
  APPROVED: 'approve',
  CHANGES_REQUESTED: 'request-changes',
  COMMENTED: 'comment',
};

/** A pull request in the words of the forge, without what has to be asked for apart. */
export function presentPull(
  pull: PullAnswer,
  { isSigned, repository }: { isSigned: boolean; repository: string },
): Change {
  const { text, author } = readText(pull, isSigned);
  const isMerged = Boolean(pull.merged_at);
  return {
    number: pull.number,
    title: pull.title,
    description: text,
    state: isMerged ? 'merged' : pull.state,
    author,
    sourceBranch: isFromFork(pull, repository)
      ? pull.head.label ?? pull.head.ref
      : pull.head.ref,
    targetBranch: pull.base.ref,
    head: pull.head.sha,
    base: pull.base.sha,
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    ...(isMerged &&
      pull.merge_commit_sha && { mergeCommit: pull.merge_commit_sha }),
    ...(isMerged && pull.merged_by && { endedBy: pull.merged_by.login }),
    ...(pull.state === 'open' && { mergeability: readMergeability(pull) }),
    reviews: [],
    url: pull.html_url,
  };
}

/** Whether the branch is in another repository; that of a fork which is gone is in none. */
export function isFromFork(pull: PullAnswer, repository: string): boolean {
  return pull.head.repo?.full_name.toLowerCase() !== repository.toLowerCase();
}

/** GitHub works it out after it was asked, and does not tell which files are in conflict. */
function readMergeability({ mergeable }: PullAnswer): Mergeability {
  if (typeof mergeable !== 'boolean') {
    return { state: 'unknown' };
  }
  return mergeable ? { state: 'clean' } : { state: 'conflicts', paths: [] };
}

/** A review in the words of the forge; undefined for one that was withdrawn or is not sent yet. */
export function presentReview(
  review: ReviewAnswer,
  isSigned: boolean,
): Review | undefined {
  const verdict = VERDICTS[review.state];
  if (!verdict) {
    return undefined;
  }
  const { text, author } = readText(review, isSigned);
  return {
    author,
    verdict,
    ...(text && { comment: text }),
    head: review.commit_id ?? '',
    at: review.submitted_at ?? '',
  };
}

/** Who wrote a text: the entity that it is signed for, or the account. */
function readText(
  { body, user }: Pick<PullAnswer, 'body' | 'user'>,
  isSigned: boolean,
): { text: string; author: string } {
  const { text, ref } = readSignature(body);
  return isSigned && ref
    ? { text, author: ref }
    : { text: body ?? '', author: user?.login ?? GONE };
}
