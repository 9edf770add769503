import type { SiteConfig } from '../config/SiteConfig';
import type { Navigation } from '../navigation/NavigationItem';
import type { Page } from '../page/Page';
import type { DocsTree } from '../source/DocsTree';

/** A documentation source, read and rendered. */
export interface Site {
  name: string;
  config: SiteConfig;
  tree: DocsTree;
  pages: Page[];
  navigation: Navigation;
  /** How many pages were rendered anew; the others were known. */
  renderedPages: number;
}
