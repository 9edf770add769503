import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  describeRateLimit,
  findRateLimit,
  type AnswerHeaders,
  type RateLimit,
} from './RateLimit';

/** Why a request did not succeed. */
export interface GithubFailure {
  /**
   * `limited`: refused before anything was done; `unclear`: it may have been done; `refused`: an answer that stays
   * the same when it is asked again.
   */
  kind: 'limited' | 'unclear' | 'refused';
  /** Absent when no answer came. */
  status?: number;
  /** GitHub's message with its details, or what broke the connection. */
  reason: string;
  headers: AnswerHeaders;
  limit?: RateLimit;
}

/** How often something was tried, for the report. */
export interface Attempts {
  host: string;
  /** Such as `POST /orgs/acme/repos`. */
  request: string;
  count: number;
  startedAt: number;
}

/** One attempt that did not succeed; the client decides what becomes of it. */
export class FailedAttempt extends Error {
  readonly failure: GithubFailure;

  constructor(failure: GithubFailure) {
    super(failure.reason);
    this.name = 'FailedAttempt';
    this.failure = failure;
  }
}

const failures = new WeakMap<Error, GithubFailure>();

/** Sorts an answer that is not a success. */
export function readFailure(answer: {
  status: number;
  headers: AnswerHeaders;
  data: unknown;
}): GithubFailure {
  const { status, headers, data } = answer;
  const reason = readMessage(data);
  const limit = findRateLimit({ status, headers, message: reason }, Date.now());
  if (limit) {
    return { kind: 'limited', status, reason, headers, limit };
  }
  // 408: the server gave up waiting; whether it had begun is not known.
  const kind = status >= 500 || status === 408 ? 'unclear' : 'refused';
  return { kind, status, reason, headers };
}

/** GitHub explains a 422 in `errors`, as objects or as sentences. */
function readMessage(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) {
    return '';
  }
  const details =
    'errors' in data && Array.isArray(data.errors)
      ? data.errors.map(readDetail).filter(Boolean)
      : [];
  return [String(data.message).replace(/\.$/, ''), ...details].join('; ');
}

function readDetail(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) {
    return String(detail);
  }
  const { message, resource, field, code } = detail as Record<string, unknown>;
  return message
    ? String(message)
    : [resource, field, code].filter(Boolean).join(' ');
}

/** Makes the error that a caller sees: of the kind that Backstage knows, with what to do about it. */
export function createForgeError(
  failure: GithubFailure,
  attempts: Attempts,
): Error {
  const error = chooseError(failure, attempts);
  failures.set(error, failure);
  return error;
}

/** What GitHub answered, for an error that a request to it ended with. */
export function failureOf(error: unknown): GithubFailure | undefined {
  return error instanceof Error ? failures.get(error) : undefined;
}

/** Whether a request ended with one of these statuses. */
export function hasStatus(error: unknown, ...statuses: number[]): boolean {
  const status = failureOf(error)?.status;
  return status !== undefined && statuses.includes(status);
}

/** Whether a request may have been carried out although no success was answered. */
export function isUnclear(error: unknown): boolean {
  return failureOf(error)?.kind === 'unclear';
}

function chooseError(failure: GithubFailure, attempts: Attempts): Error {
  const { host, request } = attempts;
  const { status, reason, headers, limit } = failure;
  if (limit) {
    return new ServiceUnavailableError(
      describeRateLimit(host, limit, Date.now()),
    );
  }
  if (failure.kind === 'unclear') {
    return new ServiceUnavailableError(describeOutage(failure, attempts));
  }
  const said = reason ? `: ${reason}` : '';
  const message = `${host} answered ${status} to ${request}${said}`;
  switch (status) {
    case 401:
      return new NotAllowedError(
        `${message}. Renew the token or the key of the App in integrations.github`,
      );
    case 403:
    case 451:
      return new NotAllowedError(`${message}. ${adviseOnRefusal(headers)}`);
    case 404:
    case 410:
      return new NotFoundError(message);
    case 405:
    case 409:
    case 412:
      return new ConflictError(message);
    default:
      return /rule violations|protected branch/i.test(reason)
        ? new NotAllowedError(
            `${message}. The rules of the repository forbid it; open a change instead`,
          )
        : new InputError(message);
  }
}

/** GitHub names the missing permission, or the page where single sign-on is done, in a header. */
function adviseOnRefusal(headers: AnswerHeaders): string {
  if (String(headers['x-github-sso'] ?? '').startsWith('required')) {
    return 'Authorize the token for the single sign-on of the organization';
  }
  const permissions = headers['x-accepted-github-permissions'];
  if (permissions) {
    return `Give the portal's App or token: ${permissions}`;
  }
  const scopes = headers['x-accepted-oauth-scopes'];
  return scopes
    ? `Give the portal's token one of the scopes: ${scopes}`
    : "Look at the permissions of the portal's App or token, and at the rules of the organization";
}

function describeOutage(failure: GithubFailure, attempts: Attempts): string {
  const { status, reason, headers } = failure;
  const { host, request, count, startedAt } = attempts;
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const times = count === 1 ? '' : `, ${count} times within ${seconds} seconds`;
  const id = headers['x-github-request-id'];
  const what =
    status === undefined
      ? `${host} did not answer ${request} (${reason})`
      : `${host} answered ${status} to ${request}${
          reason ? ` (${reason})` : ''
        }`;
  return `${what}${times}${
    id ? `; its request ID is ${id}` : ''
  }. Try again in a few minutes`;
}
