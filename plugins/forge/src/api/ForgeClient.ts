import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  AccessToken,
  Change,
  Commit,
  Diff,
  Page,
  Refs,
  Repository,
  RepositoryFile,
  RepositoryName,
  Tree,
} from '@groundwork/plugin-forge-common';
import type {
  AccessibleRepository,
  ChangeName,
  ForgeApi,
  Located,
  NewAccessToken,
  NewChange,
  NewCommit,
  NewReview,
  RevisionPath,
} from './forgeApi';

type Query = Record<string, string | number | undefined>;

type Send = { method?: string; query?: Query; body?: unknown };

function repositoryPath({ namespace, name }: RepositoryName): string {
  return `/repositories/${encodeURIComponent(namespace)}/${encodeURIComponent(
    name,
  )}`;
}

function changePath(change: ChangeName): string {
  return `${repositoryPath(change)}/changes/${change.number}`;
}

function formatQuery(query: Query = {}): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

/** Speaks to the forge over HTTP as the signed-in user. */
export class ForgeClient implements ForgeApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  static create(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }): ForgeClient {
    return new ForgeClient(options.discoveryApi, options.fetchApi);
  }

  private constructor(discoveryApi: DiscoveryApi, fetchApi: FetchApi) {
    this.#discoveryApi = discoveryApi;
    this.#fetchApi = fetchApi;
  }

  async listRepositories(): Promise<Repository[]> {
    const { items } = await this.#json<{ items: Repository[] }>(
      '/repositories',
    );
    return items;
  }

  getRepository(name: RepositoryName): Promise<AccessibleRepository> {
    return this.#json(repositoryPath(name));
  }

  getRefs(name: RepositoryName): Promise<Refs> {
    return this.#json(`${repositoryPath(name)}/refs`);
  }

  locate(name: RepositoryName, rest: string): Promise<Located> {
    return this.#json(`${repositoryPath(name)}/locate`, { query: { rest } });
  }

  getTree(name: RepositoryName, place: RevisionPath): Promise<Tree> {
    return this.#json(`${repositoryPath(name)}/tree`, { query: place });
  }

  getFile(name: RepositoryName, place: RevisionPath): Promise<RepositoryFile> {
    return this.#json(`${repositoryPath(name)}/file`, { query: place });
  }

  async getRaw(name: RepositoryName, place: RevisionPath): Promise<Blob> {
    const response = await this.#send(`${repositoryPath(name)}/raw`, {
      query: place,
    });
    return response.blob();
  }

  listCommits(
    name: RepositoryName,
    query: RevisionPath & { cursor?: string; limit?: number },
  ): Promise<Page<Commit>> {
    const path = query.path || undefined;
    return this.#json(`${repositoryPath(name)}/commits`, {
      query: { ...query, path },
    });
  }

  getCommit(
    name: RepositoryName,
    id: string,
  ): Promise<Commit & { diff: Diff }> {
    return this.#json(
      `${repositoryPath(name)}/commits/${encodeURIComponent(id)}`,
    );
  }

  commit(name: RepositoryName, commit: NewCommit): Promise<Commit> {
    return this.#json(`${repositoryPath(name)}/commits`, {
      method: 'POST',
      body: commit,
    });
  }

  async listChanges(
    name: RepositoryName,
    state?: Change['state'],
  ): Promise<Change[]> {
    const { items } = await this.#json<{ items: Change[] }>(
      `${repositoryPath(name)}/changes`,
      { query: { state } },
    );
    return items;
  }

  openChange(name: RepositoryName, change: NewChange): Promise<Change> {
    return this.#json(`${repositoryPath(name)}/changes`, {
      method: 'POST',
      body: change,
    });
  }

  getChange(change: ChangeName): Promise<Change> {
    return this.#json(changePath(change));
  }

  getChangeDiff(change: ChangeName): Promise<Diff> {
    return this.#json(`${changePath(change)}/diff`);
  }

  updateChange(
    change: ChangeName,
    patch: { title?: string; description?: string },
  ): Promise<Change> {
    return this.#json(changePath(change), { method: 'PATCH', body: patch });
  }

  review(change: ChangeName, review: NewReview): Promise<Change> {
    return this.#json(`${changePath(change)}/reviews`, {
      method: 'POST',
      body: review,
    });
  }

  merge(change: ChangeName, expectedHead: string): Promise<Change> {
    return this.#json(`${changePath(change)}/merge`, {
      method: 'POST',
      body: { expectedHead },
    });
  }

  close(change: ChangeName): Promise<Change> {
    return this.#json(`${changePath(change)}/close`, { method: 'POST' });
  }

  async listTokens(): Promise<AccessToken[]> {
    const { items } = await this.#json<{ items: AccessToken[] }>('/tokens');
    return items;
  }

  createToken(token: {
    name: string;
    expiresInDays?: number;
  }): Promise<NewAccessToken> {
    return this.#json('/tokens', { method: 'POST', body: token });
  }

  async revokeToken(id: string): Promise<void> {
    await this.#send(`/tokens/${encodeURIComponent(id)}`, {
      method: 'DELETE',
    });
  }

  async #json<T>(path: string, send?: Send): Promise<T> {
    const response = await this.#send(path, send);
    return response.json();
  }

  async #send(path: string, send: Send = {}): Promise<Response> {
    const { method = 'GET', query, body } = send;
    const baseUrl = await this.#discoveryApi.getBaseUrl('forge');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${formatQuery(query)}`,
      {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
