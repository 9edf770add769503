import type { Page } from '../page/Page';
import { LIMITS } from '../config/limits';
import type { Navigation, NavigationItem } from './NavigationItem';
import { titleFromName } from './titles';

/** Derives the navigation from the directories, for a site that does not write one. Pages come in source order. */
export function buildAutomaticNavigation(pages: Page[]): Navigation {
  const root: NavigationItem[] = [];
  const lists = new Map<string, NavigationItem[]>([['', root]]);
  for (const page of pages.slice(0, LIMITS.navigationItems)) {
    const directories = page.file.split('/').slice(0, -1);
    const list = findList(directories, lists);
    list.push({ kind: 'page', title: page.title, page });
  }
  const problems =
    pages.length > LIMITS.navigationItems
      ? [`Navigation shows the first ${LIMITS.navigationItems} pages`]
      : [];
  return { items: root, problems };
}

function findList(
  directories: string[],
  lists: Map<string, NavigationItem[]>,
): NavigationItem[] {
  const key = directories.join('/');
  const existing = lists.get(key);
  if (existing) {
    return existing;
  }
  const parent = findList(directories.slice(0, -1), lists);
  const items: NavigationItem[] = [];
  const title = titleFromName(directories[directories.length - 1]);
  // Sections beyond the limit join their parent's list instead of nesting further.
  if (directories.length > LIMITS.navigationDepth) {
    lists.set(key, parent);
    return parent;
  }
  parent.push({ kind: 'section', title, items });
  lists.set(key, items);
  return items;
}
