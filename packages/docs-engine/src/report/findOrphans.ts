import type { Finding } from '@groundwork/plugin-docs-report-common';
import { listPages } from '../navigation/NavigationItem';
import type { Page } from '../page/Page';
import type { Site } from '../site/Site';
import { createFilter } from '../source/listFiles';
import { isHomeUrl } from '../source/urls';

/** Finds pages that no reader can come to: neither the navigation nor a page that they can come to leads there. */
export function findOrphans({ config, navigation, pages }: Site): Finding[] {
  const byFile = new Map(pages.map(page => [page.file, page]));
  const reached = new Set<Page>();
  const waiting = [
    ...listPages(navigation.items),
    ...pages.filter(({ url }) => isHomeUrl(url)),
  ];
  for (let page = waiting.pop(); page; page = waiting.pop()) {
    if (!reached.has(page)) {
      reached.add(page);
      waiting.push(
        ...page.references.flatMap(({ file }) => byFile.get(file ?? '') ?? []),
      );
    }
  }
  const isOmitted = createFilter((config.notInNav ?? '').split('\n'));
  return pages
    .filter(page => !reached.has(page) && !isOmitted(page.file))
    .map(({ file }) => ({
      kind: 'orphan-page',
      file,
      message:
        'no navigation entry and no page leads here; add it to nav or link to it',
    }));
}
