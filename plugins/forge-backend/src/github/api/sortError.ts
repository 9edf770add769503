import { isError, NotAllowedError } from '@backstage/errors';
import { FailedAttempt, readFailure } from './GithubFailure';
import type { AnswerHeaders } from './RateLimit';

/** What `fetch` throws, under the names that it has in Node and in the library that makes tokens. */
const CONNECTION_ERROR = /^(Abort|Timeout|Type|Fetch)Error$/;

/**
 * Makes a failed attempt of whatever an attempt threw, without tokens in its text.
 *
 * @remarks
 * Errors come from this package, from Octokit, from `fetch`, and from the library that makes tokens. Octokit gives a
 * status of 500 to a connection that broke, and no answer with it.
 */
export function sortError(
  error: unknown,
  redact: (text: string) => string,
): unknown {
  if (error instanceof FailedAttempt) {
    error.failure.reason = redact(error.failure.reason);
    return error;
  }
  if (error instanceof NotAllowedError || !isError(error)) {
    return error;
  }
  const { status, response }: AnsweredError = error;
  if (response && status !== undefined) {
    const { headers = {}, data } = response;
    return sortError(
      new FailedAttempt(readFailure({ status, headers, data })),
      redact,
    );
  }
  // `fetch` says why in its cause.
  const { message } = isError(error.cause) ? error.cause : error;
  return status !== undefined || CONNECTION_ERROR.test(error.name)
    ? new FailedAttempt({
        kind: 'unclear',
        reason: redact(message),
        headers: {},
      })
    : new NotAllowedError(`No access to GitHub: ${redact(message)}`);
}

/** An answer that leads nowhere. */
export function refuse(reason: string): FailedAttempt {
  return new FailedAttempt({
    kind: 'refused',
    status: 404,
    reason,
    headers: {},
  });
}

/** What the errors of both versions of Octokit that are at work here share. */
interface AnsweredError extends Error {
  status?: number;
  response?: { headers?: AnswerHeaders; data?: unknown };
}
