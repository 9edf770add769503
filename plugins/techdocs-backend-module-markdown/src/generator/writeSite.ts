import { listPages, type NavigationItem } from '../navigation/NavigationItem';
import type { EditUrl } from '../page/createEditUrl';
import type { Page } from '../page/Page';
import { renderPage } from '../page/renderPage';
import { buildSearchIndex } from '../search/buildSearchIndex';
import type { SourceFile } from '../source/listFiles';
import { pageDirectory } from '../source/urls';
import { inBatches } from './inBatches';
import { readStylesheet } from './readStylesheet';
import type { SiteWriter } from './SiteWriter';

/** Everything a site consists of. */
export interface Site {
  siteName: string;
  siteDescription: string;
  etag: string;
  pages: Page[];
  navigation: NavigationItem[];
  attachments: SourceFile[];
  editUrl: EditUrl;
}

const METADATA = 'techdocs_metadata.json';

/** Writes the files that the TechDocs reader, search and storage expect; attachments first, so that they replace none of them. */
export async function writeSite(writer: SiteWriter, site: Site): Promise<void> {
  await inBatches(site.attachments, attachment =>
    writer.copy(attachment.path, attachment.absolutePath),
  );
  const stylesheet = await readStylesheet();
  await writer.write(stylesheet.path, stylesheet.text);
  await writePages(writer, site, stylesheet.path);
  await writer.write('search/search_index.json', buildSearchIndex(site.pages));
  await writer.write(METADATA, describeSite(writer, site));
}

async function writePages(
  writer: SiteWriter,
  site: Site,
  stylesheet: string,
): Promise<void> {
  const order = listPages(site.navigation);
  const positions = new Map(order.map((page, index) => [page, index]));
  await inBatches(site.pages, page => {
    const position = positions.get(page);
    const neighbours =
      position === undefined
        ? {}
        : { previous: order[position - 1], next: order[position + 1] };
    const html = renderPage(page, {
      siteName: site.siteName,
      navigation: site.navigation,
      neighbours,
      stylesheet,
      editUrl: site.editUrl(page.file),
    });
    return writer.write(`${pageDirectory(page.file)}index.html`, html);
  });
}

function describeSite(writer: SiteWriter, site: Site): string {
  return JSON.stringify({
    site_name: site.siteName,
    site_description: site.siteDescription,
    etag: site.etag,
    build_timestamp: Date.now(),
    files: [...new Set([...writer.files, METADATA])],
  });
}
