import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  PublisherBase,
  PublishRequest,
  PublishResponse,
} from '@backstage/plugin-techdocs-node';
import type { BuildReports } from '../report/BuildReports';

/** A publisher that tells, once a site can be read, what is wrong in its source. */
export class ReportingPublisher implements PublisherBase {
  readonly #publisher: PublisherBase;
  readonly #reports: BuildReports;

  static create(
    publisher: PublisherBase,
    reports: BuildReports,
  ): ReportingPublisher {
    return new ReportingPublisher(publisher, reports);
  }

  private constructor(publisher: PublisherBase, reports: BuildReports) {
    this.#publisher = publisher;
    this.#reports = reports;
  }

  async publish(request: PublishRequest): Promise<PublishResponse> {
    const response = await this.#publisher.publish(request);
    await this.#reports.published(
      stringifyEntityRef(request.entity),
      request.directory,
    );
    return response;
  }

  getReadiness() {
    return this.#publisher.getReadiness();
  }

  fetchTechDocsMetadata(
    ...args: Parameters<PublisherBase['fetchTechDocsMetadata']>
  ) {
    return this.#publisher.fetchTechDocsMetadata(...args);
  }

  docsRouter() {
    return this.#publisher.docsRouter();
  }

  hasDocsBeenGenerated(
    ...args: Parameters<PublisherBase['hasDocsBeenGenerated']>
  ) {
    return this.#publisher.hasDocsBeenGenerated(...args);
  }
}
