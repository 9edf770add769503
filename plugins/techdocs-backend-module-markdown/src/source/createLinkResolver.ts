import path from 'node:path';
import type { DocsTree } from './readDocsTree';
import { encodePath, pageUrl, relativeUrl } from './urls';

/** Where a link of a page leads in the built site, or why it leads nowhere. */
export interface ResolvedLink {
  href: string;
  problem?: string;
}

/** Turns a reference written in a source file into one that works in the built site. */
export type LinkResolver = (href: string, fromFile: string) => ResolvedLink;

/** References with a scheme, a host, a site root or only an anchor are used as written. */
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/|#|\?|$)/i;

/**
 * Prepares the rewriting of `.md` links to page addresses and of image paths to copied attachments.
 *
 * @remarks A reference to something that the site does not have stays as written, as mkdocs does, and is reported.
 */
export function createLinkResolver(tree: DocsTree): LinkResolver {
  const targets = new Map<string, string>();
  for (const { path: file } of tree.pages) {
    targets.set(file, pageUrl(file));
  }
  for (const { path: file } of tree.attachments) {
    targets.set(file, encodePath(file));
  }
  return (href, fromFile) => {
    if (ABSOLUTE.test(href)) {
      return { href };
    }
    const end = href.search(/[?#]/);
    const written = end < 0 ? href : href.slice(0, end);
    const suffix = end < 0 ? '' : href.slice(end);
    const file = locate(written, fromFile, tree);
    const target = targets.get(file);
    if (target !== undefined) {
      return { href: relativeUrl(pageUrl(fromFile), target) + suffix };
    }
    const isDirectory = written.endsWith('/');
    return isDirectory ? { href } : { href, problem: explain(file, href) };
  };
}

function locate(written: string, fromFile: string, tree: DocsTree): string {
  const base = path.posix.dirname(fromFile);
  const file = path.posix.normalize(path.posix.join(base, decode(written)));
  const docsPrefix = `${tree.readmeHome?.docsDir}/`;
  const isFromReadme = tree.readmeHome && fromFile === 'index.md';
  return isFromReadme && file.startsWith(docsPrefix)
    ? file.slice(docsPrefix.length)
    : file;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function explain(file: string, href: string): string {
  return file === '..' || file.startsWith('../')
    ? `'${href}' points outside the documentation directory`
    : `'${href}' points to a file that does not exist`;
}
