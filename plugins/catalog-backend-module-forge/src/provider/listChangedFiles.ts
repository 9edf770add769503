import type { RepositoryHead } from './repositoryLocation';

/**
 * The files that differ between an earlier commit and the head, for the case that nobody told of the push.
 *
 * @returns every file when the difference is too large to list, or the earlier commit is gone
 */
export async function listChangedFiles(
  { host, namespace, name, commit }: RepositoryHead,
  from: string,
): Promise<string[]> {
  const repository = { namespace, name };
  const diff = await host
    .diff(repository, { from, to: commit })
    .catch(() => undefined);
  if (diff && diff.omittedFiles === 0) {
    return diff.files.flatMap(({ path, oldPath }) =>
      oldPath ? [path, oldPath] : [path],
    );
  }
  const { entries } = await host.listFiles({ ...repository, revision: commit });
  return entries.map(({ path }) => path);
}
