import { InputError } from '@backstage/errors';
import fs from 'node:fs';
import path from 'node:path';
import { isPlainObject } from '../config/isPlainObject';
import { LIMITS } from '../config/limits';
import { parseSiteConfig } from '../config/parseSiteConfig';
import { readConfigText } from '../config/readSiteConfig';
import { nestPaths } from '../navigation/nestPaths';
import { resolveInside } from './confine';
import type { DocsRoot } from './DocsTree';
import { listFiles } from './listFiles';
import { isPagePath } from './urls';

/** A navigation without includes, and the directories that the included sites brought. */
export interface ResolvedIncludes {
  nav: unknown;
  roots: DocsRoot[];
}

const INCLUDE = /^([!*])include\s+(\S+)$/;
const CONFIG_FILE = /\.ya?ml$/;

/**
 * Replaces `!include ./part/mkdocs.yml` and `*include ./parts/*\/mkdocs.yml` in a navigation by the sites they name, as
 * the plugin `monorepo` of techdocs-core does.
 *
 * @remarks An included site must lie in the source, and includes nothing itself.
 */
export function resolveIncludes(
  inputDir: string,
  nav: unknown,
): ResolvedIncludes {
  const roots: DocsRoot[] = [];
  const visit = (entry: unknown): unknown => {
    if (Array.isArray(entry)) {
      return entry.flatMap(visit);
    }
    if (isPlainObject(entry)) {
      return Object.fromEntries(
        Object.entries(entry).map(([title, value]) => [title, visit(value)]),
      );
    }
    const [, sign, target] =
      (typeof entry === 'string' && INCLUDE.exec(entry.trim())) || [];
    if (!target) {
      return entry;
    }
    return sign === '!'
      ? includeSite(inputDir, target, roots).nav
      : includeAll(inputDir, target, roots);
  };
  return { nav: visit(nav), roots };
}

function includeAll(inputDir: string, pattern: string, roots: DocsRoot[]) {
  return expandPattern(inputDir, pattern).map(file => {
    const { siteName, nav } = includeSite(inputDir, file, roots);
    return { [siteName]: nav };
  });
}

/** Resolves `*` for one directory name at a time, which is all that a list of sites needs. */
function expandPattern(inputDir: string, pattern: string): string[] {
  const parts = path.posix.normalize(pattern).split('/');
  let found = [''];
  for (const part of parts) {
    found = found.flatMap(base =>
      part === '*'
        ? listDirectories(path.join(inputDir, base)).map(
            name => `${base}${name}/`,
          )
        : [`${base}${part}/`],
    );
  }
  return found
    .map(file => file.slice(0, -1))
    .filter(file => fs.existsSync(path.join(inputDir, file)))
    .slice(0, LIMITS.includedSites + 1);
}

function listDirectories(directory: string): string[] {
  return fs.existsSync(directory)
    ? fs
        .readdirSync(directory, { withFileTypes: true })
        .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(entry => entry.name)
        .sort()
    : [];
}

function includeSite(inputDir: string, target: string, roots: DocsRoot[]) {
  const file = path.posix.normalize(target);
  if (!CONFIG_FILE.test(file)) {
    throw new InputError(
      `nav includes '${target}'; name the mkdocs.yml of the included site`,
    );
  }
  if (roots.length >= LIMITS.includedSites) {
    throw new InputError(
      `nav includes more than ${LIMITS.includedSites} sites`,
    );
  }
  const base = path.posix.dirname(file);
  const directory = resolveInside(inputDir, base, 'nav: !include');
  if (!directory) {
    throw new InputError(`nav includes '${target}', which does not exist`);
  }
  const text = readConfigText(directory, path.posix.basename(file));
  const site = parseSiteConfig(text, file);
  if (!site.siteName) {
    throw new InputError(
      `${file} has no site_name, which an included site needs`,
    );
  }
  const sourcePath = path.posix.join(base, site.docsDir);
  const docs = resolveInside(inputDir, sourcePath, `${file}: docs_dir`);
  if (!docs) {
    throw new InputError(`${file}: docs_dir '${site.docsDir}' does not exist`);
  }
  const prefix = createPrefix(site.siteName);
  roots.push({ prefix, directory: docs, sourcePath });
  const nav = site.nav ?? listPagePaths(docs);
  return { siteName: site.siteName, nav: prefixPaths(nav, prefix) };
}

/** The name itself where it can be part of an address. */
function createPrefix(siteName: string): string {
  return /^[\w.\-/]+$/.test(siteName) && !siteName.split('/').includes('..')
    ? siteName.replace(/^\/+|\/+$/g, '')
    : siteName
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
}

function listPagePaths(directory: string): unknown {
  return nestPaths(
    listFiles(directory)
      .files.map(file => file.path)
      .filter(isPagePath),
  );
}

function prefixPaths(nav: unknown, prefix: string): unknown {
  if (Array.isArray(nav)) {
    return nav.map(entry => prefixPaths(entry, prefix));
  }
  if (isPlainObject(nav)) {
    return Object.fromEntries(
      Object.entries(nav).map(([title, value]) => [
        title,
        prefixPaths(value, prefix),
      ]),
    );
  }
  const isAddress = typeof nav !== 'string' || URL.canParse(nav);
  return isAddress ? nav : `${prefix}/${nav}`;
}
