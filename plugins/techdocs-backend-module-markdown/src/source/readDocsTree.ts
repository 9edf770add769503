import {
  isChildPath,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import fs from 'node:fs/promises';
import path from 'node:path';
import { LIMITS } from '../config/limits';
import { listFiles, type SourceFile } from './listFiles';
import { isPagePath, pageUrl } from './urls';

/** The files of a documentation source, sorted by what happens to them. */
export interface DocsTree {
  pages: SourceFile[];
  attachments: SourceFile[];
  /** Set when the home page is the repository's README, whose links start at the repository root. */
  readmeHome?: { docsDir: string };
  problems: string[];
}

/** Attachments a browser or the TechDocs reader would treat as a page; they would bypass the sanitizer. */
const PAGE_LIKE = /\.(?:html?|xhtml|shtml)$/i;

/** Collects the pages and attachments of a source without ever leaving it. */
export async function readDocsTree(
  inputDir: string,
  docsDir: string,
): Promise<DocsTree> {
  const tree: DocsTree = { pages: [], attachments: [], problems: [] };
  const root = await resolveDocsDir(inputDir, docsDir);
  if (root) {
    const { files, problems } = await listFiles(root);
    tree.problems.push(...problems);
    sortFiles(files, tree);
  }
  if (!tree.pages.some(page => pageUrl(page.path) === '')) {
    await addReadmeHome(inputDir, docsDir, tree);
  }
  if (!tree.pages.length) {
    throw new NotFoundError(
      `No documentation found: add '${docsDir}/index.md' or 'README.md' to the source`,
    );
  }
  return tree;
}

async function resolveDocsDir(
  inputDir: string,
  docsDir: string,
): Promise<string | undefined> {
  const realInput = await fs.realpath(inputDir);
  let root: string;
  try {
    root = resolveSafeChildPath(realInput, docsDir);
  } catch {
    throw new InputError(
      `docs_dir '${docsDir}' is outside the source; name a directory inside it`,
    );
  }
  const real = await fs.realpath(root).catch(() => undefined);
  if (real === undefined) {
    return undefined;
  }
  if (!isChildPath(realInput, real)) {
    throw new InputError(`docs_dir '${docsDir}' leads outside the source`);
  }
  return (await fs.stat(real)).isDirectory() ? real : undefined;
}

function sortFiles(files: SourceFile[], tree: DocsTree): void {
  const urls = new Map<string, string>();
  for (const file of files) {
    if (!isPagePath(file.path)) {
      addAttachment(file, tree);
      continue;
    }
    const url = pageUrl(file.path);
    const first = urls.get(url);
    if (first) {
      tree.problems.push(
        `'${file.path}' has the same address as '${first}'; skipped`,
      );
    } else {
      urls.set(url, file.path);
      tree.pages.push(file);
    }
  }
}

function addAttachment(file: SourceFile, tree: DocsTree): void {
  if (PAGE_LIKE.test(file.path)) {
    tree.problems.push(
      `'${file.path}' is an HTML file; only Markdown becomes a page, skipped`,
    );
  } else if (file.size > LIMITS.attachmentBytes) {
    tree.problems.push(
      `'${file.path}' has ${file.size} bytes; the limit for attachments is ${LIMITS.attachmentBytes}, skipped`,
    );
  } else {
    tree.attachments.push(file);
  }
}

async function addReadmeHome(
  inputDir: string,
  docsDir: string,
  tree: DocsTree,
): Promise<void> {
  for (const name of ['README.md', 'readme.md']) {
    const absolutePath = path.join(inputDir, name);
    const stats = await fs.lstat(absolutePath).catch(() => undefined);
    if (stats?.isFile()) {
      tree.pages.unshift({
        path: 'index.md',
        absolutePath,
        size: stats.size,
      });
      tree.readmeHome = { docsDir: path.posix.normalize(docsDir) };
      return;
    }
  }
}
