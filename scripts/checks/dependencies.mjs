import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { listFiles, listPackages, readJson, readText } from './lib/files.mjs';
import { importedPackages } from './lib/imports.mjs';
import { runAsProgram } from './lib/run.mjs';

/** The portal is built on these; each is a direct dependency that our source imports. */
const CORNERSTONES = [
  '@backstage/core-plugin-api',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-kubernetes',
  '@backstage/plugin-scaffolder-backend',
  '@backstage/plugin-techdocs',
  'react',
];

/** Used without an import, with the reason. */
const USED_BY_NAME = new Map([
  ['app', 'the app backend serves its build'],
  [
    'better-sqlite3',
    'the database service loads the driver that the configuration names',
  ],
  ['pg', 'the database service loads the driver that the configuration names'],
]);

/** The app loads these by itself because app-config.yaml sets `app.packages: all`. */
const DISCOVERED = /^frontend-plugin(-module)?$/;

/**
 * Checks that each workspace package declares what it imports and uses what it declares,
 * and that the cornerstones of the portal are direct dependencies in use.
 */
export function checkDependencies(root) {
  const packages = listPackages(root).map(directory =>
    readPackage(root, directory),
  );
  return [
    ...packages.flatMap(findUndeclared),
    ...packages.flatMap(findUnused),
    ...findMissingCornerstones(packages),
  ];
}

function readPackage(root, directory) {
  const file = `${directory}/package.json`;
  const manifest = readJson(root, file);
  const imports = new Map();
  for (const source of listFiles(join(root, directory), isSource)) {
    for (const name of importedPackages(
      readText(join(root, directory), source),
    )) {
      if (!imports.has(name)) imports.set(name, `${directory}/${source}`);
    }
  }
  return { root, directory, file, manifest, imports };
}

function isSource(file) {
  return (
    /^(src|dev|config\.d\.ts)/.test(file) && /\.(css|js|jsx|ts|tsx)$/.test(file)
  );
}

function findUndeclared({ manifest, imports }) {
  const declared = new Set([
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.devDependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ]);
  return [...imports]
    .filter(([name]) => !declared.has(name))
    .map(([name, file]) => ({
      file,
      message: `imports '${name}', which ${manifest.name} does not declare; add it`,
    }));
}

function findUnused(pack) {
  const { file, manifest } = pack;
  const kinds = ['dependencies', 'devDependencies'];
  return kinds.flatMap(kind =>
    Object.keys(manifest[kind] ?? {})
      .filter(name => !isUsed(pack, name))
      .map(name => ({
        file,
        message: `${kind} has '${name}', which nothing uses; remove it`,
      })),
  );
}

function isUsed(pack, name) {
  const { manifest, imports } = pack;
  return (
    imports.has(name) ||
    USED_BY_NAME.has(name) ||
    runsInScripts(manifest, name) ||
    name.startsWith('@types/') ||
    isDiscovered(pack, name) ||
    isPeerOfAnother(pack, name)
  );
}

function runsInScripts({ scripts = {} }, name) {
  return (
    name === '@backstage/cli' &&
    Object.values(scripts).some(script => script.startsWith('backstage-cli'))
  );
}

function isDiscovered(pack, name) {
  const { role } = pack.manifest.backstage ?? {};
  return (
    role === 'frontend' &&
    DISCOVERED.test(readInstalled(pack, name)?.backstage?.role ?? '')
  );
}

function isPeerOfAnother(pack, name) {
  const { dependencies, devDependencies } = pack.manifest;
  return Object.keys({ ...dependencies, ...devDependencies }).some(
    other => readInstalled(pack, other)?.peerDependencies?.[name] !== undefined,
  );
}

function readInstalled({ root, directory }, name) {
  const require = createRequire(join(root, directory, 'package.json'));
  const found = require.resolve
    .paths(name)
    .map(path => join(path, name, 'package.json'))
    .find(existsSync);
  return found && require(found);
}

function findMissingCornerstones(packages) {
  return CORNERSTONES.filter(
    name =>
      !packages.some(
        ({ manifest, imports }) =>
          manifest.dependencies?.[name] && imports.has(name),
      ),
  ).map(name => ({
    file: 'package.json',
    message: `no package both declares and imports '${name}'; the portal stands on it`,
  }));
}

await runAsProgram(import.meta.url, checkDependencies);
