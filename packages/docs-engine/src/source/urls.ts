import path from 'node:path';

const PAGE_FILE = /\.(?:md|markdown|mdown|mkdn|mkd)$/i;

/** Tells Markdown pages from attachments. */
export function isPagePath(file: string): boolean {
  return PAGE_FILE.test(file);
}

/** The file, below the site, that a page is written to: `a/b.md` → `a/b/index.html`, `a/index.md` → `a/index.html`. */
export function pageOutput(file: string, usesDirectoryUrls = true): string {
  const { dir, name } = path.posix.parse(file);
  const base = dir ? `${dir}/` : '';
  if (name === 'index' || name === 'README') {
    return `${base}index.html`;
  }
  return usesDirectoryUrls
    ? `${base}${name}/index.html`
    : `${base}${name}.html`;
}

/** Percent-encodes a path so that no file name can end an attribute or start a query. */
export function encodePath(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

/** The address of a page relative to the site; the home page is the empty string. */
export function pageUrl(file: string, usesDirectoryUrls = true): string {
  const output = pageOutput(file, usesDirectoryUrls);
  return encodePath(
    usesDirectoryUrls ? output.replace(/(^|\/)index\.html$/, '$1') : output,
  );
}

/** The shortest relative reference from a page's address to another address of the site, as mkdocs writes it. */
export function relativeUrl(fromPageUrl: string, target: string): string {
  const from = fromPageUrl.split('/').slice(0, -1);
  const to = target.split('/');
  const last = to.pop() ?? '';
  let common = 0;
  while (
    common < from.length &&
    common < to.length &&
    from[common] === to[common]
  ) {
    common += 1;
  }
  const steps = [...from.slice(common).map(() => '..'), ...to.slice(common)];
  return [...steps, last].join('/') || './';
}

/** Tells the address of a site's home page, with and without directory URLs. */
export function isHomeUrl(url: string): boolean {
  return url === '' || url === 'index.html';
}
