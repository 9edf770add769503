import fs from 'node:fs/promises';
import { LIMITS } from '../config/limits';
import { splitFrontMatter } from '../markdown/frontMatter';
import type { MarkdownRenderer } from '../markdown/MarkdownRenderer';
import { pageTitle } from '../navigation/titles';
import type { Page } from '../page/Page';
import type { LinkResolver } from '../source/createLinkResolver';
import type { SourceFile } from '../source/listFiles';
import { pageUrl } from '../source/urls';

/** A page and what is wrong with it. */
export interface PageResult {
  page: Page;
  problems: string[];
}

/** Reads and renders one page; one that cannot be rendered says so instead of failing the site. */
export async function readPage(
  file: SourceFile,
  renderer: MarkdownRenderer,
  resolveLink: LinkResolver,
): Promise<PageResult> {
  const refusal = await refuse(file);
  const source = refusal
    ? createNotice(refusal)
    : await fs.readFile(file.absolutePath, 'utf8');
  const { frontMatter, body, problems } = splitFrontMatter(source);
  const rendered = renderer.render(body, href => resolveLink(href, file.path));
  const url = pageUrl(file.path);
  const title = pageTitle({
    file: file.path,
    url,
    frontMatterTitle: frontMatter.title,
    openingTitle: rendered.openingTitle,
  });
  const { html, headings } = rendered;
  return {
    page: { file: file.path, url, title, html, headings, frontMatter },
    problems: [
      ...(refusal ? [refusal] : []),
      ...[...problems, ...rendered.problems].map(
        problem => `${file.path}: ${problem}`,
      ),
    ],
  };
}

async function refuse(file: SourceFile): Promise<string | undefined> {
  return file.size > LIMITS.pageBytes
    ? `${file.path}: has ${file.size} bytes; the limit for a page is ${LIMITS.pageBytes}, split it into several pages`
    : undefined;
}

function createNotice(reason: string): string {
  return `!!! failure "This page cannot be shown"\n    ${'`'}${reason}${'`'}\n`;
}
