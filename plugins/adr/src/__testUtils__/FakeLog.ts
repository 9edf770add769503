import type { FetchApi } from '@backstage/frontend-plugin-api';
import { DecisionsClient } from '../api/DecisionsClient';

const BASE_URL = 'http://localhost:7007/api/adr';

/** What the log was asked to do. */
export type Sent = { route: string; body?: unknown };

type Answer = { status: number; body: unknown };

function refusal(status: number, name: string, message: string): Answer {
  return {
    status,
    body: { error: { name, message }, response: { statusCode: status } },
  };
}

/** The HTTP side of the log: answers the routes that a test names, and refuses every other one. */
export class FakeLog {
  readonly #answers = new Map<string, Answer>();
  readonly sent: Sent[] = [];

  /** `route` is the method and the path below the base URL; a question is answered by its path. */
  answer(route: string, body: unknown): this {
    this.#answers.set(route, { status: 200, body });
    return this;
  }

  /** Answers with an error of the server. */
  refuse(
    route: string,
    {
      status,
      name,
      message,
    }: { status: number; name: string; message: string },
  ): this {
    this.#answers.set(route, refusal(status, name, message));
    return this;
  }

  /** The routes that were asked, with their questions. */
  get routes(): string[] {
    return this.sent.map(({ route }) => route);
  }

  get client(): DecisionsClient {
    const fetchApi: FetchApi = {
      fetch: async (input, init) => this.#respond(String(input), init),
    };
    return DecisionsClient.create({
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
      this.#answers.get(route.replace(/\?.*$/, '')) ??
      refusal(501, 'NotImplementedError', `the test answers no ${route}`);
    return new Response(JSON.stringify(answer.body), {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  }
}
