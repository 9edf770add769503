import type { Report } from '@groundwork/plugin-docs-report-common';
import { listPages, type NavigationItem } from '../navigation/NavigationItem';
import { createEditUrl } from '../page/createEditUrl';
import type { Page } from '../page/Page';
import { NavigationRenderer } from '../page/NavigationRenderer';
import { renderPage } from '../page/renderPage';
import { buildSearchIndex } from '../search/buildSearchIndex';
import { isHomeUrl, pageOutput } from '../source/urls';
import { copyAttachments } from './copyAttachments';
import { readStylesheet } from './readStylesheet';
import { writeRedirects } from './writeRedirects';
import type { Site } from './Site';
import type { SiteHost } from './SiteHost';
import type { SiteWriter } from './SiteWriter';

/** What a site is written with beside its own content. */
export interface SiteSurroundings {
  etag?: string;
  sourceEditor?: string;
  report: Report;
  /** Told before each file. */
  host: Pick<SiteHost, 'begin'>;
}

const METADATA = 'techdocs_metadata.json';
/** What is wrong in the source, beside the site, wherever it is stored. */
const REPORT = 'docs_report.json';

/** Writes the files that the TechDocs reader, search and storage expect. */
export function writeSite(
  writer: SiteWriter,
  site: Site,
  surroundings: SiteSurroundings,
): void {
  const stylesheet = readStylesheet();
  writer.write(stylesheet.path, stylesheet.text);
  writePages(writer, site, { ...surroundings, stylesheet: stylesheet.path });
  writer.write('search/search_index.json', buildSearchIndex(site.pages));
  writer.write(REPORT, JSON.stringify(surroundings.report));
  writeRedirects(writer, site);
  copyAttachments(writer, site.tree.attachments, {
    reserved: [METADATA],
    host: surroundings.host,
  });
  writer.write(METADATA, describeSite(writer, site, surroundings.etag ?? ''));
}

function writePages(
  writer: SiteWriter,
  site: Site,
  surroundings: SiteSurroundings & { stylesheet: string },
): void {
  const { config, tree } = site;
  const { stylesheet, sourceEditor, host } = surroundings;
  const editUrl = createEditUrl({ site: config, tree, sourceEditor });
  const navigation = NavigationRenderer.create(site.navigation.items);
  const order = listPages(site.navigation.items);
  const nested = findNestedPages(site.navigation.items);
  const positions = new Map(order.map((page, index) => [page, index]));
  for (const page of site.pages) {
    host.begin({ name: `The frame of ${page.file}` });
    const html = renderPage(page, {
      siteName: site.name,
      isHome: isHomeUrl(page.url) && !nested.has(page),
      navigation,
      contents: config.markdown,
      neighbours: findNeighbours(order, positions.get(page)),
      stylesheet,
      editUrl: editUrl(page.file),
    });
    writer.write(pageOutput(page.file, config.usesDirectoryUrls), html);
  }
}

/** A page inside a section is a page like others, even the one with the address of the site. */
function findNestedPages(items: NavigationItem[]): Set<Page> {
  return new Set(listPages(items.filter(({ kind }) => kind === 'section')));
}

function findNeighbours(order: Page[], position: number | undefined) {
  return position === undefined
    ? {}
    : { previous: order[position - 1], next: order[position + 1] };
}

function describeSite(writer: SiteWriter, site: Site, etag: string): string {
  return JSON.stringify({
    site_name: site.name,
    site_description: site.config.siteDescription ?? '',
    etag,
    build_timestamp: Date.now(),
    files: [...writer.files, METADATA],
  });
}
