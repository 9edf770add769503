import type { RenderedPage } from '../page/Page';

/** A source to build and the place to build it in. */
export interface SiteJob {
  inputDir: string;
  outputDir: string;
  /** Name of the site when the source does not say one. */
  siteName?: string;
  etag?: string;
  /** Address of the editor of the source's host; see `EDIT_PATH`. */
  sourceEditor?: string;
  /** Pages that are not to be rendered, and why; the page says so. */
  refused?: Record<string, string>;
}

/** A part of a build that is short, whatever the size of the site. */
export interface SiteStep {
  /** What it is about, in words that begin a sentence about it. */
  name: string;
  /** The page that is rendered. */
  file?: string;
  /** Bytes of the page. */
  size?: number;
}

/** What a build asks of the one who runs it: a memory for pages, and an ear for progress. */
export interface SiteHost {
  /** Called before each step. */
  begin(step: SiteStep): void;
  /** Gives the pages that were rendered before and are still known, by key. */
  findPages(keys: string[]): Promise<Map<string, RenderedPage>>;
  /** Hands over a page that was rendered. */
  keepPage(key: string, page: RenderedPage): void;
}

/** Renders every page anew and tells nobody. */
export const LONELY_HOST: SiteHost = {
  begin: () => {},
  findPages: async () => new Map(),
  keepPage: () => {},
};
