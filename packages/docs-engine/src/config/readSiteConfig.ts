import { InputError } from '@backstage/errors';
import fs from 'node:fs';
import path from 'node:path';
import { LIMITS } from './limits';
import { parseSiteConfig } from './parseSiteConfig';
import { DEFAULT_SITE_CONFIG, type SiteConfig } from './SiteConfig';

/** Names of the configuration, the preferred one first, as in TechDocs. */
export const CONFIG_FILE_NAMES = ['mkdocs.yaml', 'mkdocs.yml'];

/** Reads `mkdocs.yaml` or `mkdocs.yml`; a source without one gets the defaults. */
export function readSiteConfig(inputDir: string): SiteConfig {
  const fileName = CONFIG_FILE_NAMES.find(name =>
    fs.lstatSync(path.join(inputDir, name), { throwIfNoEntry: false }),
  );
  return fileName
    ? parseSiteConfig(readConfigText(inputDir, fileName), fileName)
    : DEFAULT_SITE_CONFIG;
}

/** Reads a configuration file of a source: a regular file of bounded size, nothing else. */
export function readConfigText(inputDir: string, fileName: string): string {
  const file = path.join(inputDir, fileName);
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) {
    throw new InputError(
      `${fileName} is a symbolic link; commit the file itself`,
    );
  }
  if (!stats?.isFile()) {
    throw new InputError(`${fileName} is not a file`);
  }
  if (stats.size > LIMITS.configBytes) {
    throw new InputError(
      `${fileName} has ${stats.size} bytes; the limit is ${LIMITS.configBytes}`,
    );
  }
  return fs.readFileSync(file, 'utf8');
}
