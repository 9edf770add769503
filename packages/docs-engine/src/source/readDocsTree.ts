import { InputError } from '@backstage/errors';
import fs from 'node:fs';
import path from 'node:path';
import { LIMITS } from '../config/limits';
import type { SiteConfig } from '../config/SiteConfig';
import { resolveInside } from './confine';
import type { DocsRoot, DocsTree } from './DocsTree';
import { listFiles, type SourceFile } from './listFiles';
import { isPagePath, pageUrl } from './urls';

/** Attachments a browser or the TechDocs reader would treat as a page; they would bypass the sanitizer. */
const PAGE_LIKE = /\.(?:html?|xhtml|shtml)$/i;

/** Collects the pages and attachments of a source without ever leaving it. */
export function readDocsTree(
  inputDir: string,
  site: Pick<SiteConfig, 'docsDir' | 'excludeDocs'>,
  included: DocsRoot[] = [],
): DocsTree {
  const { docsDir, excludeDocs } = site;
  const tree: DocsTree = {
    pages: [],
    attachments: [],
    roots: [...included],
    skipped: [],
  };
  const directory = resolveInside(inputDir, docsDir, 'docs_dir');
  if (directory) {
    addRoot(tree, { prefix: '', directory, sourcePath: docsDir }, excludeDocs);
  }
  for (const root of included) {
    addRoot(tree, root);
  }
  if (!tree.pages.some(page => pageUrl(page.path) === '')) {
    addReadmeHome(inputDir, docsDir, tree);
  }
  if (!tree.pages.length) {
    throw new InputError(
      `No documentation found: add '${docsDir}/index.md' or 'README.md' to the source`,
    );
  }
  return tree;
}

function addRoot(tree: DocsTree, root: DocsRoot, excluded?: string): void {
  const { files, skipped } = listFiles(root.directory, excluded);
  const place = (file: string) =>
    root.prefix ? `${root.prefix}/${file}` : file;
  tree.skipped.push(
    ...skipped.map(({ file, reason }) => ({ file: place(file), reason })),
  );
  sortFiles(
    files.map(file => ({ ...file, path: place(file.path) })),
    tree,
  );
  if (!tree.roots.includes(root)) {
    tree.roots.push(root);
  }
}

function sortFiles(files: SourceFile[], tree: DocsTree): void {
  const owners = new Map(tree.pages.map(page => [pageUrl(page.path), page]));
  for (const file of preferIndex(files)) {
    if (!isPagePath(file.path)) {
      addAttachment(file, tree);
      continue;
    }
    const url = pageUrl(file.path);
    const first = owners.get(url);
    if (first) {
      const reason = `has the same address as '${first.path}'`;
      tree.skipped.push({ file: file.path, reason });
    } else {
      owners.set(url, file);
      tree.pages.push(file);
    }
  }
}

/** Of `index.md` and `README.md` in one directory, the index is the page. */
function preferIndex(files: SourceFile[]): SourceFile[] {
  const isReadme = (file: SourceFile) =>
    path.posix.parse(file.path).name === 'README';
  const directories = new Set(
    files
      .filter(file => path.posix.basename(file.path) === 'index.md')
      .map(file => path.posix.dirname(file.path)),
  );
  const isLater = (file: SourceFile) =>
    isReadme(file) && directories.has(path.posix.dirname(file.path));
  return [...files.filter(file => !isLater(file)), ...files.filter(isLater)];
}

function addAttachment(file: SourceFile, tree: DocsTree): void {
  if (PAGE_LIKE.test(file.path)) {
    const reason = 'is an HTML file; only Markdown becomes a page';
    tree.skipped.push({ file: file.path, reason });
  } else if (file.size > LIMITS.attachmentBytes) {
    const reason = `has ${file.size} bytes; the limit for attachments is ${LIMITS.attachmentBytes}`;
    tree.skipped.push({ file: file.path, reason });
  } else {
    tree.attachments.push(file);
  }
}

function addReadmeHome(
  inputDir: string,
  docsDir: string,
  tree: DocsTree,
): void {
  for (const name of ['README.md', 'readme.md']) {
    const absolutePath = path.join(inputDir, name);
    const stats = fs.lstatSync(absolutePath, { throwIfNoEntry: false });
    if (stats?.isFile()) {
      tree.pages.unshift({ path: 'index.md', absolutePath, size: stats.size });
      tree.readmeHome = { docsDir: path.posix.normalize(docsDir), file: name };
      return;
    }
  }
}
