import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ScmIntegrations,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type {
  GeneratorBase,
  GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';
import { readSiteConfig, type SiteConfig } from '../config/readSiteConfig';
import { MarkdownRenderer } from '../markdown/MarkdownRenderer';
import { buildAutomaticNavigation } from '../navigation/buildAutomaticNavigation';
import { NavigationBuilder } from '../navigation/NavigationBuilder';
import type { Page } from '../page/Page';
import { createEditUrl } from '../page/createEditUrl';
import { createLinkResolver } from '../source/createLinkResolver';
import { type DocsTree, readDocsTree } from '../source/readDocsTree';
import { BuildLog } from './BuildLog';
import { createHomePage } from './createHomePage';
import { readPage } from './readPage';
import { SiteWriter } from './SiteWriter';
import { writeSite } from './writeSite';

/** Turns `mkdocs.yml` and Markdown into a TechDocs site in this process, without running anything from the source. */
export class MarkdownGenerator implements GeneratorBase {
  readonly #integrations: ScmIntegrationRegistry;

  static fromConfig(config: RootConfigService): MarkdownGenerator {
    return new MarkdownGenerator(ScmIntegrations.fromConfig(config));
  }

  private constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
  }

  /** {@inheritDoc @backstage/plugin-techdocs-node#GeneratorBase.run} */
  async run(options: GeneratorRunOptions): Promise<void> {
    const start = performance.now();
    const log = BuildLog.create(options.logger);
    const site = await readSiteConfig(options.inputDir);
    site.notes.forEach(note => log.info(note));
    const tree = await readDocsTree(options.inputDir, site.docsDir);
    log.problems(tree.problems);

    const siteName =
      site.siteName ?? options.siteOptions?.name ?? 'Documentation';
    const pages = await readPages(tree, siteName, log);
    const navigation = buildNavigation(site, pages);
    log.problems(navigation.problems);

    const writer = await SiteWriter.create(options.outputDir);
    try {
      await writeSite(writer, {
        siteName,
        siteDescription: site.siteDescription ?? '',
        etag: options.etag ?? '',
        pages,
        navigation: navigation.items,
        attachments: tree.attachments,
        editUrl: createEditUrl({
          site,
          location: options.parsedLocationAnnotation,
          integrations: this.#integrations,
        }),
      });
      await writer.commit();
    } catch (error) {
      await writer.discard();
      throw error;
    }
    const duration = Math.round(performance.now() - start);
    log.close();
    log.info(`Rendered ${pages.length} pages in ${duration} ms`);
  }
}

async function readPages(
  tree: DocsTree,
  siteName: string,
  log: BuildLog,
): Promise<Page[]> {
  const renderer = MarkdownRenderer.create();
  const resolveLink = createLinkResolver(tree);
  const pages: Page[] = [];
  for (const file of tree.pages) {
    const { page, problems } = await readPage(file, renderer, resolveLink);
    log.problems(problems);
    pages.push(page);
  }
  const hasHome = pages.some(({ url }) => url === '');
  return hasHome ? pages : [createHomePage(siteName, pages), ...pages];
}

function buildNavigation(site: SiteConfig, pages: Page[]) {
  return site.nav === undefined
    ? buildAutomaticNavigation(pages)
    : NavigationBuilder.create(pages).build(site.nav);
}
