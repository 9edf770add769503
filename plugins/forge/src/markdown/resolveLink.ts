import {
  isStoredUrl,
  showUrl,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import { directoryOf, resolvePath, viewPath } from '../addresses';
import type { RevisionPath } from '../api/forgeApi';

/** Keeps the anchors of a document apart from the ids of the page. */
export const ANCHOR_PREFIX = 'document-';

/** Where a link of a document leads: inside the portal, or out of it. */
export type ResolvedLink = { href: string; isExternal: boolean };

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The file that a relative link of a document names; undefined when it leaves the repository. */
export function resolveFile(
  link: string,
  place: RevisionPath,
): string | undefined {
  const path = decode(link.replace(/[?#].*$/, ''));
  return path === undefined
    ? undefined
    : resolvePath(directoryOf(place.path), path);
}

/**
 * Finds out where a link of a document leads.
 *
 * @returns undefined for what is neither a file of the repository, nor on the web, nor a mail address
 */
export function resolveLink(
  link: string,
  place: RevisionPath,
  repository: RepositoryName,
): ResolvedLink | undefined {
  if (link.startsWith('#')) {
    return { href: `#${ANCHOR_PREFIX}${link.slice(1)}`, isExternal: false };
  }
  if (isStoredUrl(link)) {
    return { href: showUrl(link, ''), isExternal: false };
  }
  if (/^(https?:\/\/|mailto:)/i.test(link)) {
    return { href: link, isExternal: true };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('//')) {
    return undefined;
  }
  const path = resolveFile(link, place);
  if (path === undefined) {
    return undefined;
  }
  const hash = link.includes('#') ? link.slice(link.indexOf('#')) : '';
  const anchor = /^#(L\d|$)/.test(hash)
    ? hash
    : hash.replace('#', `#${ANCHOR_PREFIX}`);
  const view = viewPath(repository, 'blob', place.revision, path);
  return { href: `${view}${anchor}`, isExternal: false };
}
