import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { readText } from './files.mjs';
import { readDocuments } from './yaml.mjs';

/** The list of the repositories that the embedded forge begins with. */
export const SEEDS = 'examples/seeds.yaml';

/**
 * Reads what becomes a repository, as `{ people, repositories, problems }`. A repository has its `directory` from the
 * root, `''` for the root itself, and `holds(file)`, which says whether a file is part of it.
 */
export function readSeeds(root) {
  if (!existsSync(`${root}/${SEEDS}`)) {
    return { people: {}, repositories: [], problems: [] };
  }
  const { documents, problems } = readDocuments(readText(root, SEEDS));
  const { people = {}, repositories = [] } = documents[0]?.value ?? {};
  return {
    people,
    problems: problems.map(problem => ({ file: SEEDS, ...problem })),
    repositories: repositories.map(describe),
  };
}

function describe(repository) {
  const joined = posix.join(posix.dirname(SEEDS), repository.directory);
  const directory = joined === '.' ? '' : joined.replace(/\/$/, '');
  const roots = (repository.files ?? ['.']).map(path =>
    posix.join(directory, path),
  );
  return {
    ...repository,
    directory,
    holds: file =>
      roots.some(
        path => path === '.' || file === path || file.startsWith(`${path}/`),
      ),
  };
}
