import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CONFIG_FILE_NAMES, readSiteConfig } from '../config/readSiteConfig';
import { ENGINE_REVISION } from '../site/createPageKey';
import { readStylesheet } from '../site/readStylesheet';
import { readDocsTree } from './readDocsTree';
import { resolveIncludes } from './resolveIncludes';

/** Real configurations are smaller; a larger one is read in the thread that builds, not here. */
const MAX_CONFIG_BYTES = 64 * 1024;

/**
 * A value that changes when a documentation directory or this engine changes, or nothing where that cannot be said at
 * little cost.
 *
 * @remarks Sizes and modification times stand for the content: reading every file would cost as much as a build.
 */
export function fingerprintSource(directory: string): string | undefined {
  const configs = CONFIG_FILE_NAMES.map(name => path.join(directory, name));
  if (configs.some(file => sizeOf(file) > MAX_CONFIG_BYTES)) {
    return undefined;
  }
  const config = readSiteConfig(directory);
  const { roots } = resolveIncludes(directory, config.nav);
  const tree = readDocsTree(directory, config, roots);
  const hash = createHash('sha256');
  hash.update(`${ENGINE_REVISION} ${readStylesheet().path}\n`);
  hash.update(config.text ?? '');
  for (const { path: name, absolutePath } of [
    ...tree.pages,
    ...tree.attachments,
  ]) {
    const { size, mtimeMs } = fs.lstatSync(absolutePath);
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function sizeOf(file: string): number {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
