import type { Page } from '../page/Page';
import { readSections } from './readSections';

interface SearchDocument {
  location: string;
  title: string;
  text: string;
}

/** Builds mkdocs' `search_index.json`: one document per page and one per section, which the TechDocs collator reads. */
export function buildSearchIndex(pages: Page[]): string {
  return JSON.stringify({
    config: {
      lang: ['en'],
      separator: '[\\s\\-]+',
      pipeline: ['stopWordFilter'],
    },
    docs: pages.flatMap(describePage),
  });
}

function describePage(page: Page): SearchDocument[] {
  const sections = readSections(page.html);
  const text = sections
    .flatMap(section => [section.title, section.text])
    .filter(Boolean)
    .join(' ');
  return [
    { location: page.url, title: page.title, text },
    ...sections
      .filter(({ id }) => id)
      .map(section => ({
        location: `${page.url}#${encodeURIComponent(section.id)}`,
        title: section.title,
        text: section.text,
      })),
  ];
}
