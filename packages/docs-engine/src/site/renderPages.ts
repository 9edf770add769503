import { toError } from '@backstage/errors';
import type { SiteConfig } from '../config/SiteConfig';
import { LIMITS } from '../config/limits';
import type { RenderedPage } from '../page/Page';
import {
  createLinkResolver,
  type LinkResolver,
} from '../source/createLinkResolver';
import type { DocsTree } from '../source/DocsTree';
import type { SourceFile } from '../source/listFiles';
import { createPageKey } from './createPageKey';
import { PageRenderer, readPageText } from './PageRenderer';
import type { SiteHost } from './SiteHost';

/** The pages of a source, and how many of them had to be rendered. */
export interface RenderedPages {
  pages: RenderedPage[];
  renderedPages: number;
}

interface Source {
  tree: DocsTree;
  config: SiteConfig;
  refused: Record<string, string>;
}

/** Renders the pages of a source that are not known already. */
export async function renderPages(
  { tree, config, refused }: Source,
  host: SiteHost,
): Promise<RenderedPages> {
  const links = createLinkResolver(tree, config.usesDirectoryUrls);
  const renderer = PageRenderer.create(config.markdown, links);
  const texts = readTexts(tree.pages, refused);
  const keys = tree.pages.map((file, index) =>
    createPageKey(file.path, texts[index].text, config),
  );
  const known = await host.findPages(keys);
  let renderedPages = 0;

  const pages = tree.pages.map((file, index) => {
    const { text, refusal } = texts[index];
    const page = refusal ? undefined : known.get(keys[index]);
    const current = page && refreshReferences(page, links);
    if (current) {
      return current;
    }
    renderedPages += 1;
    host.begin({ name: file.path, file: file.path, size: file.size });
    if (refusal) {
      return renderer.renderRefusal(file.path, refusal);
    }
    const fresh = renderOrRefuse(renderer, file.path, text);
    host.keepPage(keys[index], fresh);
    return fresh;
  });
  return { pages, renderedPages };
}

/** A page that exhausts a parser's stack, or meets a fault in one, does not take its site with it. */
function renderOrRefuse(
  renderer: PageRenderer,
  file: string,
  text: string,
): RenderedPage {
  try {
    return renderer.render(file, text);
  } catch (error) {
    return renderer.renderRefusal(
      file,
      `cannot be rendered: ${toError(error).message}`,
    );
  }
}

/** The text of a page, or why it is not shown. */
interface PageSource {
  text: string;
  refusal?: string;
}

function readTexts(
  files: SourceFile[],
  refused: Record<string, string>,
): PageSource[] {
  let total = 0;
  return files.map(file => {
    total += file.size;
    const refusal = refused[file.path] ?? findExcess(file.size, total);
    return refusal ? { text: '', refusal } : readSource(file);
  });
}

function readSource(file: SourceFile): PageSource {
  const text = readPageText(file);
  const lines = countLines(text);
  return lines > LIMITS.pageLines
    ? {
        text: '',
        refusal: `has ${lines} lines; the limit for a page is ${LIMITS.pageLines}, split it into several pages`,
      }
    : { text };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines += 1;
  }
  return lines;
}

function findExcess(size: number, total: number): string | undefined {
  if (size > LIMITS.pageBytes) {
    return `has ${size} bytes; the limit for a page is ${LIMITS.pageBytes}, split it into several pages`;
  }
  return total > LIMITS.sitePageBytes
    ? `is beyond the ${LIMITS.sitePageBytes} bytes that the pages of a site may have together; split the site`
    : undefined;
}

/**
 * Looks up again where the links of a known page lead, which is all that a page depends on beside its own text.
 *
 * @returns nothing when the page itself would have to change
 */
function refreshReferences(
  page: RenderedPage,
  links: LinkResolver,
): RenderedPage | undefined {
  const references = page.references.map(
    ({ kind, written, isHtml, line, href }) => {
      const target = isHtml
        ? links.locate(written, page.file)
        : links.resolve(written, page.file);
      const isSame = target.href === href;
      return { kind, written, isHtml, line, isSame, ...target };
    },
  );
  return references.every(({ isSame }) => isSame)
    ? { ...page, references }
    : undefined;
}
