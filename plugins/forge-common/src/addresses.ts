/**
 * The origin under which repositories of the embedded host are stored in the catalog, in docs and in lock files.
 *
 * @remarks
 * It never resolves (`.internal` is reserved for private use). Readers take it from the embedded host, and pages show
 * the portal's own address instead, so a change of port or base URL orphans nothing.
 */
export const FORGE_ORIGIN = 'https://forge.groundwork.internal';

/** Where the portal's pages, `git clone` and `git push` find the embedded host, below the base URL. */
export const FORGE_PATH = '/forge';

/** What an address inside a repository leads to; the words are those of GitLab, which stock Backstage can parse. */
export type ForgeView =
  | 'tree'
  | 'blob'
  | 'edit'
  | 'raw'
  | 'commits'
  | 'commit'
  | 'changes';

/** A repository by the two segments of its address. */
export interface RepositoryName {
  /** The first segment: who it is listed under, as an organisation on GitHub. */
  namespace: string;
  /** The second segment. */
  name: string;
}

/** A place inside a repository. */
export interface RepositoryPlace extends RepositoryName {
  view: ForgeView;
  /** A branch, tag or commit, followed by a path for `tree`, `blob`, `edit`, `raw` and `commits`; not percent-encoded. */
  rest: string;
}

const ADDRESS =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?(?:\/-\/(tree|blob|edit|raw|commits|commit|changes)(?:\/(.*))?)?\/?$/;

/** `acme/orders` */
export function formatRepositoryName({
  namespace,
  name,
}: RepositoryName): string {
  return `${namespace}/${name}`;
}

/** The path of a repository, or of a place inside it, below the origin: `/acme/orders/-/blob/main/README.md`. */
export function formatForgePath(
  place: RepositoryName | RepositoryPlace,
): string {
  const base = `/${encodeURIComponent(place.namespace)}/${encodeURIComponent(
    place.name,
  )}`;
  if (!('view' in place)) {
    return base;
  }
  const rest = place.rest.split('/').map(encodeURIComponent).join('/');
  return `${base}/-/${place.view}${rest ? `/${rest}` : ''}`;
}

/** The address to store: on the fixed virtual origin. */
export function formatStoredUrl(
  place: RepositoryName | RepositoryPlace,
): string {
  return `${FORGE_ORIGIN}${formatForgePath(place)}`;
}

/** The path to link to in the portal, below its base URL: `/forge/acme/orders`. */
export function formatShownPath(
  place: RepositoryName | RepositoryPlace,
): string {
  return `${FORGE_PATH}${formatForgePath(place)}`;
}

/** Whether a stored address belongs to the embedded host. */
export function isStoredUrl(url: string): boolean {
  return url === FORGE_ORIGIN || url.startsWith(`${FORGE_ORIGIN}/`);
}

/** Turns a stored address into the one to show, and leaves any other as it is. */
export function showUrl(url: string, baseUrl: string): string {
  return isStoredUrl(url)
    ? `${baseUrl.replace(/\/+$/, '')}${FORGE_PATH}${url.slice(
        FORGE_ORIGIN.length,
      )}`
    : url;
}

/**
 * Reads the path of an address below the origin.
 *
 * @returns undefined for a path that leads to no repository
 */
export function parseForgePath(
  pathname: string,
): RepositoryName | RepositoryPlace | undefined {
  const match = ADDRESS.exec(pathname);
  if (!match) {
    return undefined;
  }
  try {
    const [namespace, name, view, rest = ''] = match
      .slice(1)
      .map(part => part && decodeURIComponent(part));
    return view
      ? { namespace, name, view: view as ForgeView, rest: rest ?? '' }
      : { namespace, name };
  } catch {
    return undefined;
  }
}
