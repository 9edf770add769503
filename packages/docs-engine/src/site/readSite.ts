import { readSiteConfig } from '../config/readSiteConfig';
import type { SiteConfig } from '../config/SiteConfig';
import { NavigationBuilder } from '../navigation/NavigationBuilder';
import { nestPaths } from '../navigation/nestPaths';
import type { Navigation } from '../navigation/NavigationItem';
import { pageTitle } from '../navigation/titles';
import type { Page, RenderedPage } from '../page/Page';
import { createFilter } from '../source/listFiles';
import { readDocsTree } from '../source/readDocsTree';
import { resolveIncludes } from '../source/resolveIncludes';
import { isHomeUrl, pageUrl } from '../source/urls';
import { createHomePage } from './createHomePage';
import { renderPages } from './renderPages';
import type { Site } from './Site';
import type { SiteHost, SiteJob } from './SiteHost';

/** Reads a source and renders its pages. */
export async function readSite(
  job: Omit<SiteJob, 'outputDir'>,
  host: SiteHost,
): Promise<Site> {
  host.begin({ name: 'mkdocs.yml' });
  const written = readSiteConfig(job.inputDir);
  const { nav, roots } = resolveIncludes(job.inputDir, written.nav);
  const config: SiteConfig = { ...written, nav };
  host.begin({ name: 'The list of files' });
  const tree = readDocsTree(job.inputDir, config, roots);
  const { pages: rendered, renderedPages } = await renderPages(
    { tree, config, refused: job.refused ?? {} },
    host,
  );
  host.begin({ name: 'The navigation' });
  const name = config.siteName ?? job.siteName ?? 'Documentation';
  const pages = rendered.map(page => createPage(page, config));
  const hasHome = pages.some(page => isHomeUrl(page.url));
  if (!hasHome) {
    pages.unshift(createHomePage(name, pages));
  }
  const navigation = buildNavigation(config, pages);
  return { name, config, tree, pages, navigation, renderedPages };
}

function createPage(page: RenderedPage, config: SiteConfig): Page {
  const url = pageUrl(page.file, config.usesDirectoryUrls);
  const title = pageTitle({
    file: page.file,
    isHome: isHomeUrl(url),
    frontMatterTitle: page.frontMatter.title,
    openingTitle: page.openingTitle,
  });
  return { ...page, url, title };
}

function buildNavigation(config: SiteConfig, pages: Page[]): Navigation {
  const builder = NavigationBuilder.create(pages, config);
  if (config.nav !== undefined) {
    return builder.build(config.nav);
  }
  const isOmitted = createFilter((config.notInNav ?? '').split('\n'));
  const files = pages.map(({ file }) => file).filter(file => !isOmitted(file));
  return builder.build(nestPaths(files));
}
