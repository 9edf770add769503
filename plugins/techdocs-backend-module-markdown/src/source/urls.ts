import path from 'node:path';

const PAGE_FILE = /\.(?:md|markdown)$/i;

/** Tells Markdown pages from attachments. */
export function isPagePath(file: string): boolean {
  return PAGE_FILE.test(file);
}

/** The directory, relative to the site, that a page is written to: `a/b.md` → `a/b/`, `a/index.md` → `a/`. */
export function pageDirectory(file: string): string {
  const { dir, name } = path.posix.parse(file);
  const base = dir ? `${dir}/` : '';
  return name === 'index' || name === 'README' ? base : `${base}${name}/`;
}

/** Percent-encodes a path so that no file name can end an attribute or start a query. */
export function encodePath(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

/** The address of a page relative to the site; the home page is the empty string. */
export function pageUrl(file: string): string {
  return encodePath(pageDirectory(file));
}

/** The shortest relative reference from a page's address to another address of the site, as mkdocs writes it. */
export function relativeUrl(fromPageUrl: string, target: string): string {
  const from = fromPageUrl.split('/').filter(Boolean);
  const to = target.split('/').filter(Boolean);
  let common = 0;
  while (
    common < from.length &&
    common < to.length &&
    from[common] === to[common]
  ) {
    common += 1;
  }
  const steps = [...from.slice(common).map(() => '..'), ...to.slice(common)];
  const reference = steps.join('/') || '.';
  return target === '' || target.endsWith('/') ? `${reference}/` : reference;
}
