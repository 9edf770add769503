import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ScmIntegrations,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type {
  GeneratorBase,
  GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';
import type { SiteBuilder } from '@groundwork/docs-engine';
import type { BuildReports } from '../report/BuildReports';
import { findSourceEditor } from './findSourceEditor';
import { logReport } from './logReport';

interface Options {
  builder: SiteBuilder;
  integrations: ScmIntegrationRegistry;
  reports: BuildReports;
}

/** Turns `mkdocs.yml` and Markdown into a TechDocs site without Python, and without running anything from the source. */
export class MarkdownGenerator implements GeneratorBase {
  readonly #options: Options;

  static fromConfig(
    config: RootConfigService,
    deps: { builder: SiteBuilder; reports: BuildReports },
  ): MarkdownGenerator {
    const integrations = ScmIntegrations.fromConfig(config);
    return new MarkdownGenerator({ ...deps, integrations });
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** {@inheritDoc @backstage/plugin-techdocs-node#GeneratorBase.run} */
  async run(options: GeneratorRunOptions): Promise<void> {
    const { builder, integrations, reports } = this.#options;
    const { inputDir, outputDir, logger, parsedLocationAnnotation } = options;
    const start = performance.now();
    try {
      const site = await builder.build({
        inputDir,
        outputDir,
        siteName: options.siteOptions?.name,
        etag: options.etag,
        sourceEditor: findSourceEditor(parsedLocationAnnotation, integrations),
      });
      const duration = Math.round(performance.now() - start);
      site.notes.forEach(note => logger.info(note));
      logReport(logger, site.report);
      logger.info(
        `Built ${site.pages} pages in ${duration} ms, of which ${site.renderedPages} are new or changed`,
      );
      reports.built(inputDir, outputDir, site.report);
    } catch (error) {
      await reports.notBuilt(inputDir, error);
      throw error;
    }
  }
}
