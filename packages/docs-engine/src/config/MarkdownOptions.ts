/** How a site wants its Markdown read; everything else is the same for all sites. */
export interface MarkdownOptions {
  /** `smarty`: typographic quotes, dashes and ellipses. */
  hasTypography: boolean;
  /** `nl2br`: a line break in the source is one on the page. */
  keepsLineBreaks: boolean;
  /** `pymdownx.highlight: linenums`: listings are numbered unless they say otherwise. */
  numbersLines: boolean;
  /** `pymdownx.blocks.*`: call-outs and tabs between `///` lines. */
  hasBlocks: boolean;
  /** `pymdownx.arithmatex`: formulas between dollar signs. */
  hasFormulas: boolean;
  /** How the id of a heading is made from its text. */
  slugs: SlugOptions;
  /** The mark that links a heading to itself; `undefined` for none. */
  permalink?: string;
  /** Heading levels that the contents list shows. */
  contentsLevels: { first: number; last: number };
  /** Heading of the contents column and of `[TOC]`. */
  contentsTitle?: string;
  /** Repository that `#12` and `@name` refer to, with `pymdownx.magiclink: repo_url_shorthand`. */
  shorthand?: { provider: string; user: string; repository: string };
}

/** The variants of heading ids that Python-Markdown and PyMdown know. */
export interface SlugOptions {
  /** PyMdown keeps every space as a separator of its own, Python-Markdown merges them. */
  style: 'markdown' | 'pymdown';
  keepsUnicode: boolean;
  case: 'none' | 'lower' | 'lower-ascii';
  separator: string;
}

/** What techdocs-core sets for every site. */
export const DEFAULT_MARKDOWN_OPTIONS: MarkdownOptions = {
  hasTypography: false,
  keepsLineBreaks: false,
  numbersLines: false,
  hasBlocks: false,
  hasFormulas: false,
  slugs: {
    style: 'markdown',
    keepsUnicode: false,
    case: 'lower',
    separator: '-',
  },
  permalink: '¶',
  contentsLevels: { first: 1, last: 6 },
};
