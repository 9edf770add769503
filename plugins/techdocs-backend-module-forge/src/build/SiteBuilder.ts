import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  getCompoundEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  getLocationForEntity,
  type GeneratorRunOptions,
  type PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import type { SiteTools } from '@groundwork/plugin-techdocs-backend-module-markdown';
import { explainFailure } from './explainFailure';
import { showAddresses } from './showAddresses';

/** Instead of the version of a source: the site only says why there is none. */
const EXPLANATION_ETAG = 'not-built';

interface Options extends SiteTools {
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
  /** Where the pages of repositories begin: `/forge`. */
  forgePath: string;
  /** Where sources and sites lie while they are worked on. */
  workingDirectory: string;
}

/** Builds and publishes the site of an entity, and leaves nothing else behind. */
export class SiteBuilder {
  readonly #options: Options;

  static create(options: Options): SiteBuilder {
    return new SiteBuilder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Builds the site, unless it has been built from this version of its source.
   *
   * @remarks A build that fails leaves the published site as it is.
   *
   * @returns whether a site was published
   */
  async build(entity: Entity): Promise<boolean> {
    const { integrations, preparers, logger } = this.#options;
    const location = getLocationForEntity(entity, integrations);
    const etag = await this.#readEtag(entity);
    let source: PreparerResponse;
    try {
      source = await preparers.get(entity).prepare(entity, { etag, logger });
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return false;
      }
      throw error;
    }
    try {
      await this.#publish(entity, {
        inputDir: source.preparedDir,
        etag: source.etag,
        parsedLocationAnnotation: location,
      });
      return true;
    } finally {
      // A local directory is the source itself; one that was fetched is a copy, which the preparer never removes.
      if (location.type === 'url') {
        await remove(source.preparedDir);
      }
    }
  }

  /**
   * Publishes why the docs could not be built, where readers would find nothing at all.
   *
   * @returns whether it was published: an older site is worth more
   */
  async explain(entity: Entity, reason: string): Promise<boolean> {
    const etag = await this.#readEtag(entity);
    if (etag !== undefined && etag !== EXPLANATION_ETAG) {
      return false;
    }
    await this.#withDirectory(async inputDir => {
      await mkdir(path.join(inputDir, 'docs'));
      await writeFile(
        path.join(inputDir, 'docs/index.md'),
        explainFailure(reason),
      );
      await this.#publish(entity, { inputDir, etag: EXPLANATION_ETAG });
    });
    return true;
  }

  async #publish(
    entity: Entity,
    source: Pick<
      GeneratorRunOptions,
      'inputDir' | 'etag' | 'parsedLocationAnnotation'
    >,
  ): Promise<void> {
    const { forgePath, generator, publisher, logger } = this.#options;
    await this.#withDirectory(async outputDir => {
      await generator.run({
        ...source,
        outputDir,
        // Generators ask for winston's class and use what every logger has.
        logger: logger.child({
          entity: stringifyEntityRef(entity),
        }) as unknown as GeneratorRunOptions['logger'],
        siteOptions: { name: entity.metadata.title ?? entity.metadata.name },
      });
      await showAddresses(outputDir, { forgePath });
      await publisher.publish({ entity, directory: outputDir });
    });
  }

  /** The version of the source that the published site was built from; undefined without a site. */
  async #readEtag(entity: Entity): Promise<string | undefined> {
    const { publisher, logger } = this.#options;
    if (!(await publisher.hasDocsBeenGenerated(entity))) {
      return undefined;
    }
    try {
      const { etag } = await publisher.fetchTechDocsMetadata(
        getCompoundEntityRef(entity),
      );
      return etag;
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      logger.warn(
        `The site of ${stringifyEntityRef(
          entity,
        )} does not say what it was built from, so it is built again: ${reason}`,
      );
      return '';
    }
  }

  async #withDirectory(work: (directory: string) => Promise<void>) {
    const directory = await mkdtemp(
      path.join(this.#options.workingDirectory, 'forge-docs-'),
    );
    try {
      await work(directory);
    } finally {
      await remove(directory);
    }
  }
}

async function remove(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}
