import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the packages of the repository: their directory and their package.json. */
export function listWorkspaces(root) {
  const { workspaces = [] } = readPackage(root);
  return workspaces
    .filter(pattern => pattern.endsWith('/*'))
    .flatMap(pattern => listDirectories(join(root, pattern.slice(0, -2))))
    .filter(directory => existsSync(join(directory, 'package.json')))
    .map(directory => ({ directory, package: readPackage(directory) }));
}

function readPackage(directory) {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
}

function listDirectories(parent) {
  return existsSync(parent)
    ? readdirSync(parent, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => join(parent, entry.name))
    : [];
}
