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
import path from 'node:path';
import { swapDirectory } from './swapDirectory';

interface Options {
  publisher: PublisherBase;
  discovery: DiscoveryService;
  publishDirectory: string;
  isCaseSensitive: boolean;
}

/**
 * The stock local publisher, except that a site takes the place of the one before in one step.
 *
 * @remarks The stock one copies over what is there, so that readers meet pages of two versions, and a deleted page would
 * stay readable and searchable for ever.
 */
export class SwappingPublisher implements PublisherBase {
  readonly #options: Options;

  /** Gives `undefined` when TechDocs does not publish to a configured local directory. */
  static async fromConfig(
    config: RootConfigService,
    deps: { logger: LoggerService; discovery: DiscoveryService },
  ): Promise<SwappingPublisher | undefined> {
    const techdocs = config.getOptionalConfig('techdocs');
    const type = techdocs?.getOptionalString('publisher.type') ?? 'local';
    const publishDirectory = techdocs?.getOptionalString(
      'publisher.local.publishDirectory',
    );
    if (type !== 'local' || !publishDirectory) {
      return undefined;
    }
    return new SwappingPublisher({
      publisher: await Publisher.fromConfig(config, deps),
      discovery: deps.discovery,
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
    const { discovery, publishDirectory } = this.#options;
    const directory = this.#directoryOf(request);
    const files = await swapDirectory(request.directory, directory);
    const below = path.relative(publishDirectory, directory);
    const { name } = request.entity.metadata;
    return {
      remoteUrl: `${await discovery.getBaseUrl(
        'techdocs',
      )}/static/docs/${encodeURIComponent(name)}`,
      objects: files.map(file => path.posix.join(below, file)),
    };
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
