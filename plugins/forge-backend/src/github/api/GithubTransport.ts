import { once } from 'node:events';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { Octokit } from '@octokit/core';
import type { GithubAnswer, GithubRequest } from './GithubClient';
import type { GithubCredentials } from './GithubCredentials';
import { FailedAttempt } from './GithubFailure';
import {
  createHeaders,
  findRedirect,
  isCutOff,
  readFailedResponse,
  USER_AGENT,
  withQuery,
} from './http';
import { refuse, sortError } from './sortError';

/** A renamed repository redirects once, a transferred and renamed one twice. */
const MAX_REDIRECTS = 3;

/** What an attempt needs beside the request. */
interface AttemptOptions {
  signal: AbortSignal;
  /** Of the answer that is known already. */
  etag?: string;
}

/** Makes one attempt of a request: authenticates, sends, follows redirects, and sorts what comes back. */
export class GithubTransport {
  readonly #baseUrl: string;
  readonly #credentials: GithubCredentials;
  readonly #octokit: Octokit;

  static create(options: {
    baseUrl: string;
    credentials: GithubCredentials;
    logger: LoggerService;
  }): GithubTransport {
    return new GithubTransport(options);
  }

  private constructor(options: {
    baseUrl: string;
    credentials: GithubCredentials;
    logger: LoggerService;
  }) {
    const { baseUrl, credentials, logger } = options;
    this.#baseUrl = baseUrl;
    this.#credentials = credentials;
    this.#octokit = new Octokit({
      userAgent: USER_AGENT,
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: message => logger.warn(credentials.redact(message)),
        error: message => logger.error(credentials.redact(message)),
      },
    });
  }

  /** Sends a request once; an answer of 304 is a success. */
  async send(
    request: GithubRequest,
    options: AttemptOptions,
  ): Promise<GithubAnswer> {
    return this.#withToken(request, options.signal, async token => {
      let url = this.#locate(request.path);
      for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const answer = await this.#ask(url, request, { ...options, token });
        const target = findRedirect(answer.status, answer.headers.location);
        if (!target) {
          return answer;
        }
        url = new URL(target, url);
        if (!this.#isApi(url)) {
          throw refuse('it redirects to another host');
        }
      }
      throw refuse('it redirects in a circle');
    });
  }

  /** Asks where to download from, and begins; only the API itself is given the token. */
  async download(
    request: GithubRequest,
    signal: AbortSignal,
  ): Promise<Response> {
    return this.#withToken(request, signal, async token => {
      let url = this.#locate(request.path);
      for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const response = await fetch(url, {
          signal,
          redirect: 'manual',
          headers: this.#isApi(url)
            ? createHeaders(token)
            : { 'user-agent': USER_AGENT },
        });
        const location = response.headers.get('location') ?? undefined;
        const target = findRedirect(response.status, location);
        if (target) {
          url = new URL(target, url);
        } else if (response.ok) {
          return response;
        } else {
          throw new FailedAttempt(await readFailedResponse(response));
        }
      }
      throw refuse('it redirects in a circle');
    });
  }

  async #ask(
    url: URL,
    request: GithubRequest,
    options: AttemptOptions & { token: string },
  ): Promise<GithubAnswer> {
    const { signal, etag, token } = options;
    try {
      const { status, headers, data } = await this.#octokit.request({
        method: request.method,
        // The address may have braces in it, which Octokit would fill in.
        url: withQuery(url, request.query).replaceAll('{', '%7B'),
        headers: {
          ...createHeaders(token),
          ...(etag && { 'if-none-match': etag }),
        },
        ...(request.body && { data: request.body }),
        request: { signal, redirect: 'manual' },
      });
      if (isCutOff(data, headers)) {
        throw new FailedAttempt({
          kind: 'unclear',
          reason: 'the answer broke off',
          headers,
        });
      }
      return { status, headers, data };
    } catch (error) {
      if (etag && isError(error) && error.status === 304) {
        return { status: 304, headers: {}, data: undefined };
      }
      throw error;
    }
  }

  /** A token of an installation that was revoked before its time is replaced, once. */
  async #withToken<T>(
    { organization }: GithubRequest,
    signal: AbortSignal,
    task: (token: string) => Promise<T>,
  ): Promise<T> {
    const run = async () => {
      try {
        return await task(await this.#getToken(organization, signal));
      } catch (error) {
        throw sortError(error, text => this.#credentials.redact(text));
      }
    };
    try {
      return await run();
    } catch (error) {
      const isStale =
        error instanceof FailedAttempt && error.failure.status === 401;
      if (!isStale || !this.#credentials.isRenewable) {
        throw error;
      }
      this.#credentials.renew();
      return run();
    }
  }

  /** The library that makes tokens waits for ever, and what it waits for is waited for by every later call. */
  async #getToken(organization: string, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const race = new AbortController();
    const aborted = once(signal, 'abort', { signal: race.signal });
    try {
      return await Promise.race([
        this.#credentials.getToken(organization),
        aborted.then(() => {
          this.#credentials.renew();
          throw signal.reason;
        }),
      ]);
    } finally {
      race.abort();
    }
  }

  #locate(path: string): URL {
    return new URL(`${this.#baseUrl}${path}`);
  }

  #isApi(url: URL): boolean {
    return url.origin === new URL(this.#baseUrl).origin;
  }
}
