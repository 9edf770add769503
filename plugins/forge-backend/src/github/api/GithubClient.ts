import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GithubIntegrationConfig } from '@backstage/integration';
import { AnswerCache } from './AnswerCache';
import {
  createForgeError,
  FailedAttempt,
  type Attempts,
  type GithubFailure,
} from './GithubFailure';
import { GithubCredentials } from './GithubCredentials';
import { GithubTransport } from './GithubTransport';
import type { AnswerHeaders, RateLimit } from './RateLimit';

/** How long a request may be tried and waited for; somebody is waiting for its answer. */
export interface Patience {
  /** One attempt. */
  attemptMs: number;
  /** No further attempt begins after this. */
  totalMs: number;
  /** The first pause; each further one is twice as long. */
  pauseMs: number;
  maxAttempts: number;
}

/** GitHub itself gives up on a request after ten seconds. */
const DEFAULT_PATIENCE: Patience = {
  attemptMs: 15_000,
  totalMs: 20_000,
  pauseMs: 500,
  maxAttempts: 4,
};

/** One request of the REST API. */
export interface GithubRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the base URL of the API, percent-encoded. */
  path: string;
  /** Whose credentials are used. */
  organization: string;
  query?: Record<string, string | number | undefined>;
  body?: Record<string, unknown>;
  /** Nothing is different when a POST, PUT or PATCH is carried out twice. Always so for GET and DELETE. */
  isRepeatable?: boolean;
  /** The answer is large or never differs, so it is not kept to be asked about again. */
  isUncached?: boolean;
  signal?: AbortSignal;
}

/** A successful answer. */
export interface GithubAnswer {
  status: number;
  headers: AnswerHeaders;
  data: unknown;
}

/**
 * Sends requests to one GitHub host, with the credentials of the organization, and tries again where that is safe.
 *
 * @remarks
 * A limit that ends soon is waited for, any other is reported at once and kept to: who goes on asking is banned. After
 * a 5xx or a broken connection nobody knows whether the request was carried out, so only what can be repeated is.
 */
export class GithubClient {
  readonly host: string;
  readonly credentials: GithubCredentials;
  readonly patience: Patience;
  readonly #transport: GithubTransport;
  readonly #cache = AnswerCache.create();
  readonly #limits = new Map<string, RateLimit>();

  static create(options: {
    integration: GithubIntegrationConfig & { apiBaseUrl: string };
    logger: LoggerService;
    patience?: Partial<Patience>;
  }): GithubClient {
    return new GithubClient(options);
  }

  private constructor(options: {
    integration: GithubIntegrationConfig & { apiBaseUrl: string };
    logger: LoggerService;
    patience?: Partial<Patience>;
  }) {
    const { integration } = options;
    this.host = integration.host;
    this.patience = { ...DEFAULT_PATIENCE, ...options.patience };
    this.credentials = GithubCredentials.fromIntegration(integration);
    this.#transport = GithubTransport.create({
      baseUrl: integration.apiBaseUrl,
      credentials: this.credentials,
      logger: options.logger,
    });
  }

  /** Sends a request; throws an error of `@backstage/errors` about which `failureOf` knows more. */
  async send(request: GithubRequest): Promise<GithubAnswer> {
    return this.#try(request, async () => {
      const isKept = request.method === 'GET' && !request.isUncached;
      const cached = isKept ? this.#cache.find(request) : undefined;
      const answer = await this.#transport.send(request, {
        signal: anySignal(
          request.signal,
          AbortSignal.timeout(this.patience.attemptMs),
        ),
        etag: cached?.etag,
      });
      if (cached && answer.status === 304) {
        return cached.answer;
      }
      if (isKept) {
        this.#cache.store(request, answer);
      }
      return answer;
    });
  }

  /** Begins to download; the body is not waited for, and may take longer than an attempt. */
  async download(request: GithubRequest): Promise<Response> {
    return this.#try(request, async () => {
      const controller = new AbortController();
      const timer = setTimeout(
        () => controller.abort(new DOMException('no answer', 'TimeoutError')),
        this.patience.attemptMs,
      );
      try {
        return await this.#transport.download(
          request,
          anySignal(request.signal, controller.signal),
        );
      } finally {
        clearTimeout(timer);
      }
    });
  }

  /** Pauses before a further attempt, the longer the more there were. */
  async pause(attempt: number, signal?: AbortSignal): Promise<void> {
    await sleep(this.#pauseAfter(attempt), undefined, { signal });
  }

  async #try<T>(request: GithubRequest, attempt: () => Promise<T>): Promise<T> {
    const attempts: Attempts = {
      host: this.host,
      request: `${request.method} ${request.path}`,
      count: 0,
      startedAt: Date.now(),
    };
    for (;;) {
      let failure = this.#currentLimit(request.organization);
      if (!failure) {
        attempts.count++;
        const result = await this.#attempt(request, attempt);
        if ('value' in result) {
          return result.value;
        }
        failure = result.failure;
      }
      const wait = this.#chooseWait(failure, request, attempts);
      if (wait === undefined) {
        throw createForgeError(failure, attempts);
      }
      await sleep(wait, undefined, { signal: request.signal });
    }
  }

  async #attempt<T>(
    request: GithubRequest,
    attempt: () => Promise<T>,
  ): Promise<{ value: T } | { failure: GithubFailure }> {
    try {
      return { value: await attempt() };
    } catch (error) {
      request.signal?.throwIfAborted();
      if (!(error instanceof FailedAttempt)) {
        throw error;
      }
      const { failure } = error;
      if (failure.limit) {
        this.#limits.set(request.organization, failure.limit);
      }
      return { failure };
    }
  }

  #currentLimit(organization: string): GithubFailure | undefined {
    const limit = this.#limits.get(organization);
    if (!limit || limit.until <= Date.now()) {
      this.#limits.delete(organization);
      return undefined;
    }
    return { kind: 'limited', reason: '', headers: {}, limit };
  }

  #chooseWait(
    failure: GithubFailure,
    request: GithubRequest,
    attempts: Attempts,
  ): number | undefined {
    const isRepeatable =
      failure.kind === 'limited' ||
      (failure.kind === 'unclear' &&
        (request.isRepeatable ||
          request.method === 'GET' ||
          request.method === 'DELETE'));
    if (!isRepeatable || attempts.count >= this.patience.maxAttempts) {
      return undefined;
    }
    const wait = failure.limit
      ? Math.max(failure.limit.until - Date.now(), 0)
      : this.#pauseAfter(attempts.count);
    const left = attempts.startedAt + this.patience.totalMs - Date.now();
    return wait <= left ? wait : undefined;
  }

  /** A fifth of chance, so that several that failed together do not come back together. */
  #pauseAfter(attempt: number): number {
    return this.patience.pauseMs * 2 ** (attempt - 1) * (1 + Math.random() / 5);
  }
}

function anySignal(
  first: AbortSignal | undefined,
  second: AbortSignal,
): AbortSignal {
  return first ? AbortSignal.any([first, second]) : second;
}
