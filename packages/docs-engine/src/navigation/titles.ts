import path from 'node:path';

/** Makes a title from a file or directory name as mkdocs does: `getting-started` → `Getting started`. */
export function titleFromName(name: string): string {
  const title = name.replace(/[-_]/g, ' ');
  return title.toLowerCase() === title
    ? title.charAt(0).toUpperCase() + title.slice(1)
    : title;
}

/** Chooses a page's title when the navigation names none: front matter, opening heading, then file name. */
export function pageTitle(options: {
  file: string;
  isHome: boolean;
  frontMatterTitle?: string;
  openingTitle?: string;
}): string {
  const { file, isHome, frontMatterTitle, openingTitle } = options;
  const written = frontMatterTitle || openingTitle;
  if (written) {
    return written;
  }
  return isHome ? 'Home' : titleFromName(path.posix.parse(file).name);
}

/** The text of a title in which an author writes HTML. */
export function stripTags(title: string): string {
  return title
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}
