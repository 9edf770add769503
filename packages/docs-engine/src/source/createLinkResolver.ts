import path from 'node:path';
import type { DocsTree } from './DocsTree';
import { encodePath, pageUrl, relativeUrl } from './urls';

/** Where a reference of a page leads in the built site, or why it leads nowhere. */
export interface ResolvedLink {
  href: string;
  /** The file of the source that it leads to. */
  file?: string;
  anchor?: string;
  problem?: string;
}

/** Turns a reference written in a source file into one that works in the built site. */
export interface LinkResolver {
  /** For Markdown: paths of source files become addresses of pages. */
  resolve(href: string, fromFile: string): ResolvedLink;
  /** For HTML, which stands in the page as written: only tells where it leads. */
  locate(href: string, fromFile: string): ResolvedLink;
}

/** References with a scheme or a host lead out of the site. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

class SiteLinks implements LinkResolver {
  readonly #tree: DocsTree;
  readonly #urlOf: (file: string) => string;
  readonly #addresses: Map<string, string>;
  readonly #files: Map<string, string>;

  static create(tree: DocsTree, usesDirectoryUrls: boolean): SiteLinks {
    const urls = new Map(
      tree.pages.map(({ path: file }) => [
        file,
        pageUrl(file, usesDirectoryUrls),
      ]),
    );
    return new SiteLinks(
      tree,
      file => urls.get(file) ?? pageUrl(file, usesDirectoryUrls),
    );
  }

  private constructor(tree: DocsTree, urlOf: (file: string) => string) {
    this.#tree = tree;
    this.#urlOf = urlOf;
    this.#addresses = addressFiles(tree, urlOf);
    this.#files = new Map(
      [...this.#addresses].map(([file, url]) => [url, file]),
    );
  }

  resolve(href: string, fromFile: string): ResolvedLink {
    const { location, suffix, anchor } = split(href);
    if (!location || ELSEWHERE.test(href) || location.startsWith('/')) {
      return this.locate(href, fromFile);
    }
    const file = findFile(decode(location), fromFile, this.#tree);
    const address = this.#addresses.get(file);
    if (address !== undefined) {
      const rewritten = relativeUrl(this.#urlOf(fromFile), address) + suffix;
      return { href: rewritten, anchor, file };
    }
    const located = this.locate(href, fromFile);
    const isAddress = !path.posix.extname(location) && !located.problem;
    return isAddress ? located : { href, anchor, problem: explain(file, href) };
  }

  locate(href: string, fromFile: string): ResolvedLink {
    if (ELSEWHERE.test(href)) {
      return { href };
    }
    const { location, anchor } = split(href);
    if (location.startsWith('/')) {
      return { href, anchor, problem: explainAbsolute(href) };
    }
    const file = location ? this.#findAddressed(href, fromFile) : fromFile;
    return file === undefined
      ? { href, anchor, problem: `'${href}' leads to no page of the site` }
      : { href, anchor, file };
  }

  #findAddressed(href: string, fromFile: string): string | undefined {
    const address = new URL(href, `http://site/${this.#urlOf(fromFile)}`);
    const target = address.pathname.slice(1);
    return this.#files.get(target) ?? this.#files.get(`${target}/`);
  }
}

/**
 * Prepares the rewriting of `.md` links to page addresses and of image paths to copied attachments.
 *
 * @remarks A reference to something that the site does not have stays as written, as mkdocs does, and is reported.
 */
export function createLinkResolver(
  tree: DocsTree,
  usesDirectoryUrls = true,
): LinkResolver {
  return SiteLinks.create(tree, usesDirectoryUrls);
}

function addressFiles(
  tree: DocsTree,
  urlOf: (file: string) => string,
): Map<string, string> {
  return new Map([
    ...tree.pages.map(({ path: file }) => [file, urlOf(file)] as const),
    ...tree.attachments.map(
      ({ path: file }) => [file, encodePath(file)] as const,
    ),
  ]);
}

function split(href: string) {
  const end = href.search(/[?#]/);
  const location = end < 0 ? href : href.slice(0, end);
  const suffix = end < 0 ? '' : href.slice(end).replace(/#$/, '');
  const hash = href.indexOf('#');
  const anchor = hash < 0 ? undefined : decode(href.slice(hash + 1));
  return { location, suffix, anchor };
}

function findFile(written: string, fromFile: string, tree: DocsTree): string {
  const base = path.posix.dirname(fromFile);
  const file = path.posix.join(base, written).replace(/(.)\/$/, '$1');
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

function explainAbsolute(href: string): string {
  return `'${href}' starts at the server; make it relative to this file`;
}

function explain(file: string, href: string): string {
  return file === '..' || file.startsWith('../')
    ? `'${href}' points outside the documentation directory`
    : `'${href}' points to a file that does not exist`;
}
