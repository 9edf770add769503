import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Directories that tools write or fill; nobody edits what is in them. */
const GENERATED = new Set([
  '.git',
  '.yarn',
  'coverage',
  'dist',
  'dist-types',
  'e2e-report',
  'e2e-results',
  // What the template kit records; the kit judges it.
  'golden',
  'node_modules',
  'var',
]);

/**
 * Lists the files that people write, as sorted paths relative to the root, with forward slashes.
 */
export function listFiles(root, keep = () => true) {
  return [...walk(root)]
    .map(path => relative(root, path).split(sep).join('/'))
    .filter(keep)
    .sort();
}

function* walk(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (!GENERATED.has(entry.name)) yield* walk(path);
    } else if (entry.isFile()) {
      yield path;
    }
  }
}

/** Reads a file of the repository as text. */
export function readText(root, file) {
  return readFileSync(join(root, file), 'utf8');
}

/** Reads a JSON file of the repository. */
export function readJson(root, file) {
  return JSON.parse(readText(root, file));
}

/** Lists the directories of the workspace packages, such as `plugins/x`. */
export function listPackages(root) {
  return ['packages', 'plugins']
    .filter(parent => existsSync(join(root, parent)))
    .flatMap(parent =>
      readdirSync(join(root, parent)).map(name => `${parent}/${name}`),
    )
    .filter(directory => existsSync(join(root, directory, 'package.json')))
    .sort();
}
