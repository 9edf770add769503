import type { GithubRequest } from './GithubClient';
import { readFailure, type GithubFailure } from './GithubFailure';
import type { AnswerHeaders } from './RateLimit';

/** The version of the REST API that this plugin is written against. */
const API_VERSION = '2022-11-28';

/** GitHub refuses requests that do not say who asks. */
export const USER_AGENT = 'groundwork-forge';

const REDIRECTS: readonly number[] = [301, 302, 307, 308];

/** What every request to the API has. */
export function createHeaders(token: string): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': USER_AGENT,
    'x-github-api-version': API_VERSION,
  };
}

/** Adds parameters to an address. */
export function withQuery(
  url: URL,
  query: GithubRequest['query'] = {},
): string {
  const full = new URL(url);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) {
      full.searchParams.set(key, String(value));
    }
  }
  return full.toString();
}

/** Where an answer sends on to. */
export function findRedirect(
  status: number,
  location: string | number | undefined,
): string | undefined {
  return REDIRECTS.includes(status) && location ? String(location) : undefined;
}

/** Whether JSON did not end: Octokit hands it on as text. */
export function isCutOff(data: unknown, headers: AnswerHeaders): boolean {
  return (
    typeof data === 'string' && /json/.test(String(headers['content-type']))
  );
}

/** Sorts an answer that `fetch` gave and that is not a success. */
export async function readFailedResponse(
  response: Response,
): Promise<GithubFailure> {
  const text = await response.text();
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    data = undefined;
  }
  return readFailure({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    data,
  });
}
