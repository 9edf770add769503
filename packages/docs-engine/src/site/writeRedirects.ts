import { escapeHtml } from '../page/escapeHtml';
import { isPagePath, pageOutput, pageUrl, relativeUrl } from '../source/urls';
import type { Site } from './Site';
import type { SiteWriter } from './SiteWriter';

/** Writes a page that leads on, for each page that has moved (`redirect_maps`); the reader follows it. */
export function writeRedirects(writer: SiteWriter, site: Site): void {
  const { redirects, usesDirectoryUrls } = site.config;
  const pages = new Map(site.pages.map(page => [page.file, page.url]));
  const written = new Set(writer.files);
  for (const [from, to] of Object.entries(redirects)) {
    const output = pageOutput(from, usesDirectoryUrls);
    const [file, anchor] = to.split('#');
    const target = pages.get(file);
    const isFree = isPagePath(from) && !written.has(output);
    const isInside = !from.split('/').includes('..');
    if (target !== undefined && isFree && isInside) {
      const href = relativeUrl(pageUrl(from, usesDirectoryUrls), target);
      writer.write(output, render(anchor ? `${href}#${anchor}` : href));
    }
  }
}

function render(href: string): string {
  const target = escapeHtml(href);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Redirecting</title><meta http-equiv="refresh" content="0; url=${target}"></head>
<body><article><h1>This page has moved</h1><p><a href="${target}">${target}</a></p></article></body></html>
`;
}
