import type { RepositoryHead } from './repositoryLocation';

/**
 * The keys under which the catalog remembers which entities it made from files of a repository.
 *
 * @remarks
 * A key holds the address as it was resolved: as a file or, on GitHub, as a directory, and encoded less eagerly than
 * the host does it.
 */
export function createRefreshKeys(
  { host, namespace, name, defaultBranch }: RepositoryHead,
  paths: string[],
): string[] {
  const urls = paths.flatMap(path =>
    (['blob', 'tree'] as const).map(view =>
      host.formatUrl({ namespace, name, revision: defaultBranch, path, view }),
    ),
  );
  const spellings = urls.flatMap(url => [
    url,
    encodeURI(decodeURIComponent(url)),
  ]);
  return [...new Set(spellings)].map(url => `url:${url}`);
}
