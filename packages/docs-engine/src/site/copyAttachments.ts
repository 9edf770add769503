import path from 'node:path';
import type { SourceFile } from '../source/listFiles';
import type { SiteHost } from './SiteHost';
import type { SiteWriter } from './SiteWriter';

/** Copies images and other files of a source beside its pages; none replaces a file of the site itself. */
export function copyAttachments(
  writer: SiteWriter,
  attachments: SourceFile[],
  { reserved, host }: { reserved: string[]; host: Pick<SiteHost, 'begin'> },
): void {
  const taken = new Set([...writer.files, ...reserved]);
  const directories = new Set([...taken].flatMap(listParents));
  for (const { path: file, absolutePath } of attachments) {
    const isFree =
      !taken.has(file) &&
      !directories.has(file) &&
      !listParents(file).some(parent => taken.has(parent));
    if (isFree) {
      host.begin({ name: file });
      writer.copy(file, absolutePath);
    }
  }
}

function listParents(file: string): string[] {
  const parents: string[] = [];
  for (
    let parent = path.posix.dirname(file);
    parent !== '.';
    parent = path.posix.dirname(parent)
  ) {
    parents.push(parent);
  }
  return parents;
}
