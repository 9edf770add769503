import type { MarkdownOptions } from '../config/MarkdownOptions';
import type { PageFault } from '../page/Page';
import type { Reference } from '../report/Reference';
import type { LinkResolver } from '../source/createLinkResolver';
import { Listings } from './Listings';

/** A heading as the contents list and the search index need it. */
export interface Heading {
  level: number;
  id: string;
  text: string;
}

/** What the transforms of one page share: its surroundings going in, what they find coming out. */
export interface PageContext {
  file: string;
  options: MarkdownOptions;
  links: LinkResolver;
  headings: Heading[];
  references: Reference[];
  faults: PageFault[];
  /** Set where the author names attributes, which only the sanitizer judges. */
  hasAttributeLists: boolean;
  listings: Listings;
  /** Numbers tab sets, whose radio buttons need a name of their own. */
  tabSets: number;
  /** How many elements of HTML surround the block that is being read. */
  htmlDepth: number;
  /** How many of them are without `markdown`. */
  rawHtmlDepth: number;
  /** Where elements end; see `matchElements`. */
  elementEnds?: Map<string, number>;
}

/** The object that markdown-it hands to every rule of one page. */
export interface PageEnvironment {
  page: PageContext;
}

/** Finds the context of the page that a rule works on; markdown-it types its environment as anything. */
export function pageOf(env: unknown): PageContext {
  // The renderer passes a PageEnvironment to every parse and render.
  return (env as PageEnvironment).page;
}

/** Starts the context of a page. */
export function createPageContext(
  surroundings: Pick<PageContext, 'file' | 'options' | 'links'>,
): PageContext {
  return {
    ...surroundings,
    headings: [],
    references: [],
    faults: [],
    hasAttributeLists: false,
    listings: Listings.create(),
    tabSets: 0,
    htmlDepth: 0,
    rawHtmlDepth: 0,
  };
}
