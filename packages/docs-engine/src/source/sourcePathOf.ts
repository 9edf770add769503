import path from 'node:path';
import type { DocsTree } from './DocsTree';

/** The path of a file of the site below its source, where people and editors find it. */
export function sourcePathOf(file: string, tree: DocsTree): string {
  if (tree.readmeHome && file === 'index.md') {
    return tree.readmeHome.file;
  }
  const root = [...tree.roots]
    .sort((a, b) => b.prefix.length - a.prefix.length)
    .find(({ prefix }) => !prefix || file.startsWith(`${prefix}/`));
  const below = root?.prefix ? file.slice(root.prefix.length + 1) : file;
  return path.posix.join(root?.sourcePath ?? '', below);
}
