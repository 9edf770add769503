import {
  DEFAULT_MARKDOWN_OPTIONS,
  type MarkdownOptions,
} from './MarkdownOptions';

/** What a documentation source says about its site. */
export interface SiteConfig {
  /** Name of the configuration file; absent when the source has none. */
  fileName?: string;
  /** Its text, in which lines are found. */
  text?: string;
  siteName?: string;
  siteDescription?: string;
  /** Directory of the pages, below the directory of the configuration. */
  docsDir: string;
  nav?: unknown;
  repoUrl?: string;
  editUri?: string;
  /** With `{path}` or `{path_noext}` for the page. */
  editUriTemplate?: string;
  /** `guide/` instead of `guide.html`. */
  usesDirectoryUrls: boolean;
  /** Patterns, as in `.gitignore`, of files that are no part of the site. */
  excludeDocs?: string;
  /** Patterns, as in `.gitignore`, of pages that are left out of the navigation on purpose. */
  notInNav?: string;
  /** A section's `index.md` is the page of the section itself (`theme.features`). */
  hasSectionIndexes: boolean;
  /** Old page → new page, of the plugin `redirects`. */
  redirects: Record<string, string>;
  markdown: MarkdownOptions;
  /** Facts for the build log: keys, plugins, extensions and tags that have no effect here. */
  notes: string[];
}

/** The site of a source that says nothing. */
export const DEFAULT_SITE_CONFIG: SiteConfig = {
  docsDir: 'docs',
  usesDirectoryUrls: true,
  hasSectionIndexes: false,
  redirects: {},
  markdown: DEFAULT_MARKDOWN_OPTIONS,
  notes: [],
};
