import type { SkippedFile, SourceFile } from './listFiles';

/** A directory of pages and the place in the site where they appear. */
export interface DocsRoot {
  /** Path of the site below which the files appear; empty for the site's own. */
  prefix: string;
  /** Real path of the directory. */
  directory: string;
  /** The same directory, relative to the source, for links to the editor. */
  sourcePath: string;
}

/** The files of a documentation source, sorted by what happens to them. */
export interface DocsTree {
  pages: SourceFile[];
  attachments: SourceFile[];
  /** Where the pages come from; the longest matching prefix counts. */
  roots: DocsRoot[];
  /** Set when the home page is the repository's README, whose links start at the repository root. */
  readmeHome?: { docsDir: string; file: string };
  skipped: SkippedFile[];
}
