import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  DocsReport,
  DocsReportSummary,
} from '@groundwork/plugin-docs-report-common';
import type { DocsReportApi } from './docsReportApi';

/** Asks the backend for reports over HTTP, as the signed-in user. */
export class DocsReportClient implements DocsReportApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  static create(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }): DocsReportClient {
    return new DocsReportClient(options.discoveryApi, options.fetchApi);
  }

  private constructor(discoveryApi: DiscoveryApi, fetchApi: FetchApi) {
    this.#discoveryApi = discoveryApi;
    this.#fetchApi = fetchApi;
  }

  async listReports(): Promise<DocsReportSummary[]> {
    const { items } = await this.#get<{ items: DocsReportSummary[] }>(
      '/reports',
    );
    return items;
  }

  getReport(entityRef: string): Promise<DocsReport> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return this.#get(`/reports/${path}`);
  }

  async #get<TBody>(path: string): Promise<TBody> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('docs-report');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
