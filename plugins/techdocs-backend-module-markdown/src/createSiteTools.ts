import type {
  DiscoveryService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  Preparers,
  Publisher,
  TechdocsGenerator,
  UrlPreparer,
  type GeneratorBase,
  type PreparerBase,
  type RemoteProtocol,
} from '@backstage/plugin-techdocs-node';
import { SiteBuilder } from '@groundwork/docs-engine';
import { MarkdownGenerator } from './generator/MarkdownGenerator';
import { FingerprintingPreparer } from './prepare/FingerprintingPreparer';
import { ReportingPreparer } from './prepare/ReportingPreparer';
import { VersioningPreparer } from './prepare/VersioningPreparer';
import { ReportingPublisher } from './publish/ReportingPublisher';
import { SwappingPublisher } from './publish/SwappingPublisher';
import { BuildReports } from './report/BuildReports';
import { readEngine } from './readEngine';
import type { SiteTools } from './SiteTools';

/** What the tools read from and write to. */
export interface SiteToolsDeps {
  discovery: DiscoveryService;
  events: EventsService;
  logger: LoggerService;
  reader: UrlReaderService;
}

/**
 * Makes the tools that TechDocs builds with, as `techdocs.*` configures them; also for modules that build sites by
 * themselves.
 *
 * @remarks TechDocs takes a generator and a publisher from modules, but gives them to none. A set of tools that builds
 * nothing costs nothing: its thread starts with the first build.
 */
export async function createSiteTools(
  config: RootConfigService,
  deps: SiteToolsDeps,
): Promise<SiteTools> {
  const preparers = await Preparers.fromConfig(config, deps);
  const stockPublisher = () => Publisher.fromConfig(config, deps);
  const engine = findEngine(config);
  if (engine === 'mkdocs') {
    return {
      preparers,
      generator: TechdocsGenerator.fromConfig(config, deps),
      publisher: await stockPublisher(),
      ownPreparers: new Map(),
      close: async () => {},
    };
  }
  const builder = SiteBuilder.create();
  const reports = BuildReports.create(deps);
  const ownPreparers = createPreparers(config, deps, reports);
  ownPreparers.forEach((preparer, protocol) =>
    preparers.register(protocol, preparer),
  );
  const publisher =
    (await SwappingPublisher.fromConfig(config, deps)) ??
    (await stockPublisher());
  return {
    preparers,
    generator:
      engine === 'markdown'
        ? MarkdownGenerator.fromConfig(config, { builder, reports })
        : engine,
    publisher: ReportingPublisher.create(publisher, reports),
    ownPreparers,
    close: () => builder.close(),
  };
}

/**
 * The engine, or a generator that says why there is none.
 *
 * @remarks Without a generator of ours TechDocs would run mkdocs, which nobody chose and which runs code of the source.
 */
function findEngine(
  config: RootConfigService,
): 'markdown' | 'mkdocs' | GeneratorBase {
  try {
    return readEngine(config);
  } catch (error) {
    return { run: () => Promise.reject(error) };
  }
}

function createPreparers(
  config: RootConfigService,
  deps: SiteToolsDeps,
  reports: BuildReports,
): Map<RemoteProtocol, PreparerBase> {
  const prepare = (preparer: PreparerBase) =>
    ReportingPreparer.create(VersioningPreparer.create(preparer), reports);
  return new Map([
    ['dir', prepare(FingerprintingPreparer.fromConfig(config, deps))],
    ['url', prepare(UrlPreparer.fromConfig(deps))],
  ]);
}
