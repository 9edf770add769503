import type {
  DiscoveryService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import {
  Publisher,
  type PublisherBase,
  type PublishRequest,
  type PublishResponse,
} from '@backstage/plugin-techdocs-node';
import { removeOtherFiles } from './removeOtherFiles';

interface Options {
  publisher: PublisherBase;
  publishDirectory: string;
  isCaseSensitive: boolean;
}

/**
 * The stock local publisher, which in addition removes pages that are no longer part of a site.
 *
 * @remarks The stock one only adds and overwrites, so a deleted page would stay readable and searchable for ever.
 */
export class PruningPublisher implements PublisherBase {
  readonly #options: Options;

  /** Gives `undefined` when TechDocs does not publish to a configured local directory. */
  static async fromConfig(
    config: RootConfigService,
    deps: { logger: LoggerService; discovery: DiscoveryService },
  ): Promise<PruningPublisher | undefined> {
    const techdocs = config.getOptionalConfig('techdocs');
    const type = techdocs?.getOptionalString('publisher.type') ?? 'local';
    const publishDirectory = techdocs?.getOptionalString(
      'publisher.local.publishDirectory',
    );
    if (type !== 'local' || !publishDirectory) {
      return undefined;
    }
    return new PruningPublisher({
      publisher: await Publisher.fromConfig(config, deps),
      publishDirectory,
      isCaseSensitive:
        techdocs?.getOptionalBoolean('legacyUseCaseSensitiveTripletPaths') ??
        false,
    });
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async publish(request: PublishRequest): Promise<PublishResponse> {
    const response = await this.#options.publisher.publish(request);
    await removeOtherFiles(this.#directoryOf(request), request.directory);
    return response;
  }

  getReadiness() {
    return this.#options.publisher.getReadiness();
  }

  fetchTechDocsMetadata(
    ...args: Parameters<PublisherBase['fetchTechDocsMetadata']>
  ) {
    return this.#options.publisher.fetchTechDocsMetadata(...args);
  }

  docsRouter() {
    return this.#options.publisher.docsRouter();
  }

  hasDocsBeenGenerated(
    ...args: Parameters<PublisherBase['hasDocsBeenGenerated']>
  ) {
    return this.#options.publisher.hasDocsBeenGenerated(...args);
  }

  #directoryOf({ entity }: PublishRequest): string {
    const { publishDirectory, isCaseSensitive } = this.#options;
    const { namespace = DEFAULT_NAMESPACE, name } = entity.metadata;
    return [namespace, entity.kind, name].reduce(
      (directory, part) =>
        resolveSafeChildPath(
          directory,
          isCaseSensitive ? part : part.toLocaleLowerCase('en-US'),
        ),
      publishDirectory,
    );
  }
}
