import type { FrontMatter } from '../markdown/frontMatter';
import type { Heading } from '../markdown/PageContext';
import type { Reference } from '../report/Reference';
import type { Section } from '../search/SectionReader';

/** What a source file says by itself, before the navigation gives it a title and a frame. */
export interface RenderedPage {
  /** Path below docs_dir. */
  file: string;
  html: string;
  headings: Heading[];
  /** The text of a first-level heading that opens the page. */
  openingTitle?: string;
  frontMatter: FrontMatter;
  /** Links and images, in the order of the text. */
  references: Reference[];
  /** Everything that a link to this page may name after `#`. */
  anchors: string[];
  /** The texts between headings, for search. */
  sections: Section[];
  /** What else is wrong, with its line. */
  faults: PageFault[];
}

/** Something wrong in a page apart from its references. */
export interface PageFault {
  kind: 'unknown-directive' | 'configuration' | 'refused-file';
  line?: number;
  message: string;
}

/** One page of a site. */
export interface Page extends RenderedPage {
  /** Address below the site, percent-encoded, empty for the home page. */
  url: string;
  title: string;
}
