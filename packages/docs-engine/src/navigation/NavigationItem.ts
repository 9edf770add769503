import type { Page } from '../page/Page';

/** One line of the navigation: a page, an address elsewhere, or a section of further lines. */
export type NavigationItem =
  | { kind: 'page'; page: Page }
  | { kind: 'link'; title: string; href: string }
  | NavigationSection;

/** Lines of the navigation under one title. */
export interface NavigationSection {
  kind: 'section';
  title: string;
  items: NavigationItem[];
  /** The page of the section itself, where the site wants sections to have one. */
  index?: Page;
}

/** The navigation of a site and what could not be part of it. */
export interface Navigation {
  items: NavigationItem[];
  problems: NavigationProblem[];
}

/** Something wrong in the navigation that a site writes. */
export interface NavigationProblem {
  message: string;
  /** The words of the configuration that are meant. */
  written?: string;
  isBrokenLink: boolean;
}

/** The pages of a navigation in reading order, each once. */
export function listPages(items: NavigationItem[]): Page[] {
  const pages = new Set<Page>();
  const visit = (item: NavigationItem) => {
    if (item.kind === 'page') {
      pages.add(item.page);
    } else if (item.kind === 'section') {
      if (item.index) {
        pages.add(item.index);
      }
      item.items.forEach(visit);
    }
  };
  items.forEach(visit);
  return [...pages];
}

/** How many lines a navigation has, including those inside sections. */
export function countItems(items: NavigationItem[]): number {
  return items.reduce(
    (sum, item) =>
      sum + 1 + (item.kind === 'section' ? countItems(item.items) : 0),
    0,
  );
}
