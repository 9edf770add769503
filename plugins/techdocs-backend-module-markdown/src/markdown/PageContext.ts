import { Listings } from './Listings';

/** A heading as the contents list and the search index need it. */
export interface Heading {
  level: number;
  id: string;
  text: string;
}

/** A reference found in a page. */
export interface LinkTarget {
  href: string;
  problem?: string;
}

/** What the transforms of one page share: its surroundings going in, its outline coming out. */
export interface PageContext {
  resolveLink(href: string): LinkTarget;
  headings: Heading[];
  problems: string[];
  listings: Listings;
  /** Numbers tab sets, whose radio buttons need a name of their own. */
  tabSets: number;
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
  resolveLink: PageContext['resolveLink'],
): PageContext {
  return {
    resolveLink,
    headings: [],
    problems: [],
    listings: Listings.create(),
    tabSets: 0,
  };
}
