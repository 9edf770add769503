import type { FetchApi } from '@backstage/frontend-plugin-api';
import { ForgeClient } from '../api/ForgeClient';

const BASE_URL = 'http://localhost:7007/api/forge';

/** What the forge was asked to do. */
export type Sent = { route: string; body?: unknown };

type Answer = { status?: number; body: unknown };

function refusal(status: number, name: string, message: string): Answer {
  return {
    status,
    body: { error: { name, message }, response: { statusCode: status } },
  };
}

/** The HTTP side of the forge: answers the routes that a test names, and refuses every other one. */
export class FakeForge {
  readonly #answers = new Map<string, Answer>();
  readonly sent: Sent[] = [];

  /** `route` is the method and the address below the base URL, query included. */
  answer(route: string, body: unknown): this {
    this.#answers.set(route, { body });
    return this;
  }

  notFound(route: string, message: string): this {
    this.#answers.set(route, refusal(404, 'NotFoundError', message));
    return this;
  }

  forbid(route: string): this {
    this.#answers.set(route, refusal(403, 'NotAllowedError', 'not allowed'));
    return this;
  }

  conflict(route: string, message: string): this {
    this.#answers.set(route, refusal(409, 'ConflictError', message));
    return this;
  }

  get client(): ForgeClient {
    const fetchApi: FetchApi = {
      fetch: async (input, init) => this.#respond(String(input), init),
    };
    return ForgeClient.create({
      discoveryApi: { getBaseUrl: async () => BASE_URL },
      fetchApi,
    });
  }

  #respond(url: string, init: RequestInit = {}): Response {
    const route = `${init.method ?? 'GET'} ${url.replace(BASE_URL, '')}`;
    const body = init.body ? JSON.parse(String(init.body)) : undefined;
    this.sent.push({ route, ...(body && { body }) });
    const answer =
      this.#answers.get(route) ??
      refusal(501, 'NotImplementedError', `the test answers no ${route}`);
    return new Response(
      answer.body === undefined ? null : JSON.stringify(answer.body),
      {
        status: answer.status ?? (answer.body === undefined ? 204 : 200),
        headers: { 'content-type': 'application/json' },
      },
    );
  }
}
