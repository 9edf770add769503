import type { FrontMatter } from '../markdown/frontMatter';
import type { Heading } from '../markdown/PageContext';

/** One rendered page of a site, before it gets its frame. */
export interface Page {
  /** Path of the source below docs_dir. */
  file: string;
  /** Address below the site, percent-encoded, empty for the home page. */
  url: string;
  title: string;
  html: string;
  headings: Heading[];
  frontMatter: FrontMatter;
}
