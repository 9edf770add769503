import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  DecisionDetail,
  DecisionPage,
  EntityDecisions,
  GraphPayload,
  HistoryEntry,
  OpenedChange,
  OpenProposal,
  ProposalPlace,
  ResolvedAddress,
  SourceState,
  TimelineMonth,
  WaitingDecision,
} from '@groundwork/plugin-adr-common';
import type {
  DecisionsApi,
  GraphOf,
  LogQuery,
  NewDecision,
  NewVerdict,
} from './decisionsApi';

function entityPath(entityRef: string, what: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(encodeURIComponent);
  return `/entities/${parts.join('/')}/${what}`;
}

function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Speaks to the decision log over HTTP as the signed-in user. */
export class DecisionsClient implements DecisionsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  static create(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }): DecisionsClient {
    return new DecisionsClient(options.discoveryApi, options.fetchApi);
  }

  private constructor(discoveryApi: DiscoveryApi, fetchApi: FetchApi) {
    this.#discoveryApi = discoveryApi;
    this.#fetchApi = fetchApi;
  }

  list(query: LogQuery): Promise<DecisionPage> {
    return this.#json(withQuery('/decisions', query));
  }

  timeline(query: LogQuery): Promise<TimelineMonth[]> {
    return this.#items(withQuery('/decisions/timeline', query));
  }

  graph({ system, source, relates }: GraphOf): Promise<GraphPayload> {
    const query = new URLSearchParams({
      ...(system && { system }),
      ...(source && { source }),
      ...(relates && { relates: 'true' }),
    });
    return this.#json(withQuery('/decisions/graph', query));
  }

  resolve(address: string): Promise<ResolvedAddress> {
    const query = new URLSearchParams({ address });
    return this.#json(withQuery('/decisions/resolve', query));
  }

  get(id: string): Promise<DecisionDetail> {
    return this.#json(`/decisions/${encodeURIComponent(id)}`);
  }

  async getImage(id: string, index: number): Promise<Blob> {
    const response = await this.#send(
      `/decisions/${encodeURIComponent(id)}/images/${index}`,
    );
    return response.blob();
  }

  getHistory(id: string): Promise<HistoryEntry[]> {
    return this.#items(`/decisions/${encodeURIComponent(id)}/history`);
  }

  listProposals(): Promise<OpenProposal[]> {
    return this.#items('/proposals');
  }

  listWaiting(): Promise<WaitingDecision[]> {
    return this.#items('/waiting');
  }

  listFailedSources(): Promise<SourceState[]> {
    return this.#items('/sources');
  }

  ofEntity(entityRef: string): Promise<EntityDecisions> {
    return this.#json(entityPath(entityRef, 'decisions'));
  }

  findPlace(entityRef: string): Promise<ProposalPlace> {
    return this.#json(entityPath(entityRef, 'place'));
  }

  propose(decision: NewDecision): Promise<OpenedChange> {
    return this.#json('/decisions', decision);
  }

  decide(id: string, verdict: NewVerdict): Promise<OpenedChange> {
    return this.#json(
      `/decisions/${encodeURIComponent(id)}/transitions`,
      verdict,
    );
  }

  decideProposal(id: string, verdict: NewVerdict): Promise<OpenedChange> {
    return this.#json(
      `/proposals/${encodeURIComponent(id)}/transitions`,
      verdict,
    );
  }

  renumber(id: string): Promise<OpenedChange> {
    return this.#json(`/decisions/${encodeURIComponent(id)}/renumber`, {});
  }

  async feedUrl(): Promise<string> {
    // The browser opens the feed by itself, without a token; the cookie stands for it.
    await this.#send('/.backstage/auth/v1/cookie');
    return `${await this.#discoveryApi.getBaseUrl('adr')}/feed`;
  }

  async #items<T>(path: string): Promise<T[]> {
    return (await this.#json<{ items: T[] }>(path)).items;
  }

  async #json<T>(path: string, body?: object): Promise<T> {
    const response = await this.#send(path, body);
    return response.json();
  }

  async #send(path: string, body?: object): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('adr');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      credentials: 'include',
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      // What the server said helps the reader; the error around it only says that a request failed.
      throw (await ResponseError.fromResponse(response)).cause;
    }
    return response;
  }
}
