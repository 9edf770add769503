import { ServiceUnavailableError } from '@backstage/errors';
import type { z } from 'zod';
import type { GithubClient, GithubRequest } from './GithubClient';
import { findPage } from './links';

/** GitHub's own maximum. */
export const PAGE_SIZE = 100;

/** 5,000 items: more than any page shows, and bounded. */
const MAX_PAGES = 50;

type Query = GithubRequest['query'];
type Options = Pick<
  GithubRequest,
  'query' | 'body' | 'signal' | 'isRepeatable' | 'isUncached'
>;

/** A page of a list, and whether there are more. */
export interface ApiPage<T> {
  items: T[];
  /** The parameters of those pages. */
  next?: Query;
  last?: Query;
}

/** The REST API below one path of one organization, such as that of a repository; every answer is checked. */
export class RestApi {
  readonly client: GithubClient;
  readonly organization: string;
  readonly #base: string;

  static create(
    client: GithubClient,
    options: { organization: string; base: string },
  ): RestApi {
    return new RestApi(client, options);
  }

  protected constructor(
    client: GithubClient,
    options: { organization: string; base: string },
  ) {
    this.client = client;
    this.organization = options.organization;
    this.#base = options.base;
  }

  /** Reads one thing. */
  async get<T>(
    path: string,
    schema: z.ZodType<T>,
    options: Options = {},
  ): Promise<T> {
    return this.send('GET', path, schema, options);
  }

  /** Sends a request and checks its answer. */
  async send<T>(
    method: GithubRequest['method'],
    path: string,
    schema: z.ZodType<T>,
    options: Options = {},
  ): Promise<T> {
    const { data } = await this.client.send(
      this.#request(method, path, options),
    );
    return this.#parse(schema, data, `${method} ${this.#base}${path}`);
  }

  /** Sends a request whose answer says nothing. */
  async order(
    method: GithubRequest['method'],
    path: string,
    options: Options = {},
  ): Promise<void> {
    await this.client.send(this.#request(method, path, options));
  }

  /** Begins to download. */
  async download(path: string): Promise<Response> {
    return this.client.download(this.#request('GET', path, {}));
  }

  /** Reads one page of a list. */
  async page<T>(
    path: string,
    schema: z.ZodType<T>,
    query: Query = {},
  ): Promise<ApiPage<T>> {
    const request = this.#request('GET', path, { query });
    const { data, headers } = await this.client.send(request);
    return {
      items: this.#parse(schema.array(), data, `GET ${request.path}`),
      next: findPage(headers.link, 'next'),
      last: findPage(headers.link, 'last'),
    };
  }

  /** Reads a list, page after page. */
  async list<T>(
    path: string,
    schema: z.ZodType<T>,
    options: { query?: Query; maxPages?: number } = {},
  ): Promise<T[]> {
    const { query, maxPages = MAX_PAGES } = options;
    const items: T[] = [];
    let page = await this.page(path, schema, { per_page: PAGE_SIZE, ...query });
    items.push(...page.items);
    for (let count = 1; page.next && count < maxPages; count++) {
      page = await this.page(path, schema, page.next);
      items.push(...page.items);
    }
    return items;
  }

  #request(
    method: GithubRequest['method'],
    path: string,
    options: Options,
  ): GithubRequest {
    return {
      method,
      path: `${this.#base}${path}`,
      organization: this.organization,
      ...options,
    };
  }

  #parse<T>(schema: z.ZodType<T>, data: unknown, request: string): T {
    const result = schema.safeParse(data);
    if (result.success) {
      return result.data;
    }
    const [{ path, message }] = result.error.issues;
    throw new ServiceUnavailableError(
      `${
        this.client.host
      } answered ${request} with something else than its documentation says (${path.join(
        '.',
      )}: ${message}); is integrations.github.apiBaseUrl the address of GitHub's REST API?`,
    );
  }
}

/** Percent-encodes a path or the name of a branch, and keeps its slashes. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
