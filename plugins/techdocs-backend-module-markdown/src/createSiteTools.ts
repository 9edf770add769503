import type {
  DiscoveryService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  Preparers,
  Publisher,
  TechdocsGenerator,
  type GeneratorBase,
  type PreparerBuilder,
  type PublisherBase,
} from '@backstage/plugin-techdocs-node';
import { readEngine } from './config/readEngine';
import { MarkdownGenerator } from './generator/MarkdownGenerator';
import { FingerprintingPreparer } from './prepare/FingerprintingPreparer';
import { PruningPublisher } from './publish/PruningPublisher';

/** What turns an entity into a published site. */
export interface SiteTools {
  preparers: PreparerBuilder;
  generator: GeneratorBase;
  publisher: PublisherBase;
}

/**
 * The tools that TechDocs builds with, for a module that builds sites by itself.
 *
 * @remarks TechDocs takes a generator and a publisher from modules, but gives them to none.
 */
export async function createSiteTools(
  config: RootConfigService,
  deps: {
    discovery: DiscoveryService;
    logger: LoggerService;
    reader: UrlReaderService;
  },
): Promise<SiteTools> {
  const preparers = await Preparers.fromConfig(config, deps);
  const stockPublisher = () => Publisher.fromConfig(config, deps);
  if (readEngine(config) === 'mkdocs') {
    return {
      preparers,
      generator: TechdocsGenerator.fromConfig(config, deps),
      publisher: await stockPublisher(),
    };
  }
  preparers.register('dir', FingerprintingPreparer.fromConfig(config, deps));
  return {
    preparers,
    generator: MarkdownGenerator.fromConfig(config),
    publisher:
      (await PruningPublisher.fromConfig(config, deps)) ??
      (await stockPublisher()),
  };
}
