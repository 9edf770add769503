import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the test run has installed mkdocs; unset where there is no Python. */
export const MKDOCS = process.env.GROUNDWORK_TEST_MKDOCS;

/**
 * Builds a tree with mkdocs, as stock TechDocs does.
 *
 * @remarks Works on a copy, because some of its plugins write into the source.
 */
export async function runMkdocs(
  program: string,
  tree: string,
  directory: string,
): Promise<string> {
  const source = path.join(directory, 'source');
  const site = path.join(directory, 'site');
  await cp(tree, source, { recursive: true });
  await run(program, ['build', '--quiet', '--site-dir', site], {
    cwd: source,
  });
  return site;
}
