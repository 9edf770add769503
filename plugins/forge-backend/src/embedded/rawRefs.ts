import { git } from './git';

/** Reads refs with the objects that they name, tags not peeled: what a ref transaction compares. */
export async function readRawRefs(
  directory: string,
  prefixes: readonly string[] = ['refs/heads', 'refs/tags'],
): Promise<ReadonlyMap<string, string>> {
  const output = await git(directory, [
    'for-each-ref',
    '--format=%(objectname) %(refname)',
    ...prefixes,
  ]);
  return new Map(
    output
      .split('\n')
      .filter(Boolean)
      .map(line => [line.slice(41), line.slice(0, 40)]),
  );
}
