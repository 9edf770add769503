import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readSiteConfig } from '../config/readSiteConfig';
import { readStylesheet } from '../generator/readStylesheet';
import { readDocsTree } from '../source/readDocsTree';

/** Raised whenever the same source gives different pages, so that published sites are built again. */
const REVISION = 1;

/**
 * A value that changes when a documentation directory or this engine changes.
 *
 * @remarks Sizes and modification times stand for the content: reading every file would cost as much as a build.
 */
export async function fingerprint(directory: string): Promise<string> {
  const { docsDir } = await readSiteConfig(directory);
  const tree = await readDocsTree(directory, docsDir);
  const hash = createHash('sha256');
  hash.update(`${REVISION} ${(await readStylesheet()).path}\n`);
  for (const name of ['mkdocs.yml', 'mkdocs.yaml']) {
    hash.update(await describeFile(name, path.join(directory, name)));
  }
  for (const file of [...tree.pages, ...tree.attachments]) {
    hash.update(await describeFile(file.path, file.absolutePath));
  }
  return hash.digest('hex');
}

async function describeFile(name: string, file: string): Promise<string> {
  const stats = await fs.lstat(file).catch(() => undefined);
  return stats ? `${name} ${stats.size} ${stats.mtimeMs}\n` : '';
}
