import { LRUCache } from 'lru-cache';
import type { GithubAnswer, GithubRequest } from './GithubClient';

/** Enough for the pages of a large organization and the repositories that people look at. */
const MAX_ANSWERS = 500;

/** Keeps answers by their ETag: asking whether they still hold costs nothing of GitHub's limit. */
export class AnswerCache {
  readonly #answers = new LRUCache<
    string,
    { etag: string; answer: GithubAnswer }
  >({ max: MAX_ANSWERS });

  static create(): AnswerCache {
    return new AnswerCache();
  }

  private constructor() {}

  /** The last answer to the same request. */
  find(
    request: GithubRequest,
  ): { etag: string; answer: GithubAnswer } | undefined {
    return this.#answers.get(keyOf(request));
  }

  /** Keeps an answer that has an ETag. */
  store(request: GithubRequest, answer: GithubAnswer): void {
    const { etag } = answer.headers;
    if (answer.status === 200 && typeof etag === 'string') {
      this.#answers.set(keyOf(request), { etag, answer });
    }
  }
}

/** Organizations have different credentials, and so may see different things at the same address. */
function keyOf({ organization, path, query }: GithubRequest): string {
  return JSON.stringify([organization, path, query]);
}
