import {
  FORGE_PATH,
  formatShownPath,
  isStoredUrl,
  showUrl,
  type ForgeView,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';

/** The page that lists the repositories. */
export const REPOSITORIES_PATH = FORGE_PATH;

/** The page of the reader's access tokens; `-` is no namespace. */
export const TOKENS_PATH = `${FORGE_PATH}/-/tokens`;

/** The address of a view of a repository at a revision. */
export function viewPath(
  { namespace, name }: RepositoryName,
  view: ForgeView,
  ...rest: (string | undefined)[]
): string {
  return formatShownPath({
    namespace,
    name,
    view,
    rest: rest.filter(Boolean).join('/'),
  });
}

/** The address of the first page of a repository. */
export function repositoryPath({ namespace, name }: RepositoryName): string {
  return formatShownPath({ namespace, name });
}

/** The page that opens a change from a pushed branch. */
export function newChangePath(
  repository: RepositoryName,
  source?: string,
): string {
  const query = source ? `?source=${encodeURIComponent(source)}` : '';
  return `${viewPath(repository, 'changes', 'new')}${query}`;
}

/** Turns a path below the base URL into an absolute address; one that is absolute already stays. */
export function absoluteUrl(url: string, baseUrl: string): string {
  if (isStoredUrl(url)) {
    return showUrl(url, baseUrl);
  }
  return url.startsWith('/') ? `${baseUrl.replace(/\/+$/, '')}${url}` : url;
}

/** Resolves a relative path of a file against the directory that the file is in; undefined outside the repository. */
export function resolvePath(
  directory: string,
  relative: string,
): string | undefined {
  const parts = relative.startsWith('/') ? [] : directory.split('/');
  const resolved = parts.filter(Boolean);
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (resolved.pop() === undefined) return undefined;
    } else if (part && part !== '.') {
      resolved.push(part);
    }
  }
  return resolved.join('/');
}

/** The directory of a path; empty for the root. */
export function directoryOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The page of an entity; undefined for what is no entity reference. */
export function entityPath(reference: string): string | undefined {
  const match = /^([^:/]+):([^:/]+)\/([^:/]+)$/.exec(reference);
  return match
    ? `/catalog/${match[2]}/${match[1]}/${match[3]}`.toLocaleLowerCase('en-US')
    : undefined;
}
