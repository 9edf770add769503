import type { FakeAnswer } from './answers';

/** A request as faults and tests see it. */
export interface SeenRequest {
  /** Counts from one. */
  number: number;
  method: string;
  /** Without the prefix of the API. */
  path: string;
  /** What was answered; absent while it is not, or when the connection was cut. */
  status?: number;
}

/** What goes wrong with a request. */
export type Fault =
  /** Answered so, and not carried out. */
  | { type: 'answer'; answer: FakeAnswer }
  /** The connection is cut: before the request is carried out, or after. */
  | { type: 'cut'; isCarriedOut: boolean }
  /** Carried out, and answered with a failure. */
  | { type: 'lie'; answer: FakeAnswer };

/** Decides about each request; undefined lets it through. */
export type FaultRule = (
  request: SeenRequest,
) => Fault | undefined | Promise<Fault | undefined>;

/** The primary limit, as GitHub answers it. */
export function primaryLimit(resetAt: number, status = 403): Fault {
  return {
    type: 'answer',
    answer: {
      status,
      headers: {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(resetAt / 1000)),
      },
      body: { message: 'API rate limit exceeded for user ID 1.' },
    },
  };
}

/** The secondary limit, with and without a time. */
export function secondaryLimit(retryAfter?: number, status = 403): Fault {
  return {
    type: 'answer',
    answer: {
      status,
      headers:
        retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
      body: {
        message:
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      },
    },
  };
}

/** A failure of GitHub itself, with the page that it shows then. */
export function outage(status: number): Fault {
  return {
    type: 'answer',
    answer: {
      status,
      headers: { 'content-type': 'text/html', 'x-github-request-id': 'F00D:1' },
      body: '<html>Unicorn!</html>',
    },
  };
}

/** Lets the first requests that match fail, and the others through. */
export function failing(
  times: number,
  matches: (request: SeenRequest) => boolean,
  fault: Fault,
): FaultRule {
  let left = times;
  return request => {
    if (left > 0 && matches(request)) {
      left--;
      return fault;
    }
    return undefined;
  };
}
