import {
  decisionPath,
  directoryOf,
  joinPath,
  type DecisionAddress,
  type LinkedSummary,
  type Section,
} from '@groundwork/plugin-adr-common';

/** Where a link of a record leads: to a part of the page, inside the portal, or out of it. */
export type ResolvedLink = {
  href: string;
  kind: 'anchor' | 'portal' | 'external';
};

/** What has to be known of a record to follow its links. */
export type RecordPlace = DecisionAddress & {
  links: Pick<LinkedSummary, 'source' | 'path'>[];
  sections: Section[];
  /** Where the file is, to find its neighbours. */
  viewUrl?: string;
};

/** The anchor of the heading in a line of the file. */
export function sectionAnchor(line: number): string {
  return `section-${line}`;
}

/** A heading as other renderers of Markdown name it in addresses. */
export function headingSlug(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The file that a relative link names; undefined when it leaves the repository. */
export function resolveFile(
  link: string,
  { path }: DecisionAddress,
): string | undefined {
  const written = decode(link.replace(/[?#].*$/, ''));
  if (!written) return undefined;
  const file = joinPath(directoryOf(path), written);
  return file.startsWith('..') ? undefined : file;
}

/** The page of another file, made from the page of this one. */
function viewUrlOf(file: string, { viewUrl, path }: RecordPlace) {
  const suffix = path.split('/').map(encodeURIComponent).join('/');
  if (!viewUrl?.endsWith(suffix)) return undefined;
  const base = viewUrl.slice(0, -suffix.length);
  return base + file.split('/').map(encodeURIComponent).join('/');
}

function resolveInside(
  link: string,
  place: RecordPlace,
): ResolvedLink | undefined {
  const file = resolveFile(link, place);
  if (!file) return undefined;
  const { source, links } = place;
  if (links.some(other => other.source === source && other.path === file)) {
    return { href: decisionPath({ source, path: file }), kind: 'portal' };
  }
  const href = viewUrlOf(file, place);
  if (href === undefined) return undefined;
  return { href, kind: href.startsWith('/') ? 'portal' : 'external' };
}

/**
 * Finds out where a link of a record leads.
 *
 * @returns undefined for what leads nowhere that is safe to go
 */
export function resolveRecordLink(
  link: string,
  place: RecordPlace,
): ResolvedLink | undefined {
  if (link.startsWith('#')) {
    const slug = headingSlug(decode(link.slice(1)) ?? '');
    const section = place.sections.find(
      ({ title }) => headingSlug(title) === slug,
    );
    return (
      section && { href: `#${sectionAnchor(section.line)}`, kind: 'anchor' }
    );
  }
  if (/^(https?:\/\/|mailto:)/i.test(link)) {
    return { href: link, kind: 'external' };
  }
  return /^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('//')
    ? undefined
    : resolveInside(link, place);
}
