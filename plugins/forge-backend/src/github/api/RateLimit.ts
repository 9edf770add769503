/** The headers of an answer, by lower-case name. */
export type AnswerHeaders = Readonly<
  Record<string, string | number | undefined>
>;

/** GitHub asks to wait at least this long when it does not say how long. */
const UNTOLD_WAIT_MS = 60_000;

/** The hour of the primary limit, and a little for clocks that differ: nothing that is said later is believed. */
const MAX_WAIT_MS = 65 * 60_000;

/** Which limit was reached, and when it ends. */
export interface RateLimit {
  /** `primary`: so many requests an hour; `secondary`: too much at once. */
  kind: 'primary' | 'secondary';
  /** Milliseconds since 1970. */
  until: number;
  /** Requests an hour. */
  size?: number;
}

/**
 * Tells a limit from other refusals.
 *
 * @remarks
 * GitHub answers 403 or 429 to both limits. The primary one is used up when no request remains; the secondary one says
 * so in its message or in `Retry-After`.
 */
export function findRateLimit(
  answer: { status: number; headers: AnswerHeaders; message: string },
  now: number,
): RateLimit | undefined {
  const { status, headers, message } = answer;
  if (status !== 403 && status !== 429) {
    return undefined;
  }
  const latest = now + MAX_WAIT_MS;
  const retryAfter = readRetryAfter(headers, now);
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    return {
      kind: 'primary',
      // A second more: the clocks differ, and the header has whole seconds.
      until: Math.min(
        retryAfter ?? (reset > now ? reset + 1000 : now + UNTOLD_WAIT_MS),
        latest,
      ),
      size: Number(headers['x-ratelimit-limit']) || undefined,
    };
  }
  const isLimit =
    status === 429 ||
    retryAfter !== undefined ||
    /rate limit|abuse detection/i.test(message);
  return isLimit
    ? {
        kind: 'secondary',
        until: Math.min(retryAfter ?? now + UNTOLD_WAIT_MS, latest),
      }
    : undefined;
}

/** `Retry-After` has seconds or a date. */
function readRetryAfter(
  headers: AnswerHeaders,
  now: number,
): number | undefined {
  const text = String(headers['retry-after'] ?? '').trim();
  if (/^\d+$/.test(text)) {
    return now + Number(text) * 1000;
  }
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date;
}

/** Says to a person which limit was reached, until when, and what to do. */
export function describeRateLimit(
  host: string,
  limit: RateLimit,
  now: number,
): string {
  const time = new Date(limit.until).toISOString().slice(11, 19);
  const when = `${time} UTC, in ${describeDuration(limit.until - now)}`;
  return limit.kind === 'primary'
    ? `${host} answers no more requests of the portal until ${when}: its limit${
        limit.size ? ` of ${limit.size} requests an hour` : ''
      } is used up. Try again then; a GitHub App has a higher limit than a token`
    : `${host} asks the portal to pause until ${when}: too many requests at once (its secondary rate limit). Try again then`;
}

function describeDuration(milliseconds: number): string {
  const seconds = Math.max(Math.ceil(milliseconds / 1000), 0);
  return seconds < 120
    ? `${seconds} seconds`
    : `${Math.ceil(seconds / 60)} minutes`;
}
