import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  NameAvailability,
  Namespace,
} from '@groundwork/plugin-forge-common';
import type { RepositoryPlaceValue } from './checkPlace';

/** Asks the forge where repositories may be created, and under which names. */
export class RepositoryPlaces {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  static create(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }): RepositoryPlaces {
    return new RepositoryPlaces(options.discoveryApi, options.fetchApi);
  }

  private constructor(discoveryApi: DiscoveryApi, fetchApi: FetchApi) {
    this.#discoveryApi = discoveryApi;
    this.#fetchApi = fetchApi;
  }

  /** Every namespace of every host; the ones that are not allowed say why. */
  async listNamespaces(): Promise<Namespace[]> {
    const { items } = await this.#get<{ items: Namespace[] }>('/namespaces');
    return items;
  }

  /** Whether a repository could be created now. */
  async checkName(place: RepositoryPlaceValue): Promise<NameAvailability> {
    const { host, namespace, name } = place;
    const query = new URLSearchParams({ host });
    return this.#get(
      `/namespaces/${encodeURIComponent(namespace)}/names/${encodeURIComponent(
        name,
      )}?${query}`,
    );
  }

  async #get<T>(path: string): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('forge');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
