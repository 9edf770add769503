import { InputError } from '@backstage/errors';
import fs from 'node:fs/promises';
import path from 'node:path';
import { isPlainObject } from './isPlainObject';
import { LIMITS } from './limits';
import { parseYaml } from './parseYaml';

/** What a documentation source says about its site. */
export interface SiteConfig {
  siteName?: string;
  siteDescription?: string;
  docsDir: string;
  nav?: unknown;
  repoUrl?: string;
  editUri?: string;
  /** Facts for the build log: keys and tags that have no effect here. */
  notes: string[];
}

const FILE_NAMES = ['mkdocs.yml', 'mkdocs.yaml'];
const KNOWN_KEYS = new Set([
  'site_name',
  'site_description',
  'docs_dir',
  'nav',
  'repo_url',
  'edit_uri',
]);

/** Reads `mkdocs.yml` or `mkdocs.yaml`; a source without one gets the defaults. */
export async function readSiteConfig(inputDir: string): Promise<SiteConfig> {
  for (const fileName of FILE_NAMES) {
    const file = path.join(inputDir, fileName);
    const stats = await fs.lstat(file).catch(() => undefined);
    if (stats?.isSymbolicLink()) {
      throw new InputError(
        `${fileName} is a symbolic link; commit the file itself`,
      );
    }
    if (stats && stats.size > LIMITS.configBytes) {
      throw new InputError(
        `${fileName} has ${stats.size} bytes; the limit is ${LIMITS.configBytes}`,
      );
    }
    if (stats?.isFile()) {
      return parseSiteConfig(await fs.readFile(file, 'utf8'), fileName);
    }
  }
  return { docsDir: 'docs', notes: [] };
}

/** Interprets the text of a site configuration. */
export function parseSiteConfig(text: string, fileName: string): SiteConfig {
  const { value, unknownTags } = parseYaml(text, fileName);
  const data = value ?? {};
  if (!isPlainObject(data)) {
    throw new InputError(`${fileName} must be a mapping, as 'site_name: …'`);
  }
  const notes = unknownTags.map(tag => `${fileName}: ${tag}; ignored`);
  const unknownKeys = Object.keys(data).filter(
    key => !KNOWN_KEYS.has(key) && !isStockPluginList(key, data[key]),
  );
  if (unknownKeys.length) {
    notes.push(
      `${fileName}: not used by this engine: ${unknownKeys.join(', ')}`,
    );
  }
  return {
    siteName: readText(data.site_name),
    siteDescription: readText(data.site_description),
    docsDir: readText(data.docs_dir) ?? 'docs',
    nav: data.nav ?? undefined,
    repoUrl: readText(data.repo_url),
    editUri: readText(data.edit_uri),
    notes,
  };
}

function readText(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).trim() || undefined;
  }
  return undefined;
}

/** The one plugin that every TechDocs site lists; its syntax is what this engine reads. */
function isStockPluginList(key: string, value: unknown): boolean {
  return (
    key === 'plugins' &&
    Array.isArray(value) &&
    value.every(plugin => plugin === 'techdocs-core')
  );
}
