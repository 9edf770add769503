import { createHash } from 'node:crypto';
import type { SiteConfig } from '../config/SiteConfig';

/** Raised whenever the same source gives different pages, so that what was rendered before is rendered again. */
export const ENGINE_REVISION = 2;

/** A name for what a page looks like: the engine, the options of the site, and the page's own path and text. */
export function createPageKey(
  file: string,
  text: string,
  { markdown, usesDirectoryUrls }: SiteConfig,
): string {
  const options = JSON.stringify([
    ENGINE_REVISION,
    markdown,
    usesDirectoryUrls,
    file,
  ]);
  return createHash('sha256')
    .update(options)
    .update('\0')
    .update(text)
    .digest('base64');
}
