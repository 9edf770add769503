import type { Page } from '../page/Page';

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
    docs: pages
      .filter(page => !page.frontMatter.isHiddenFromSearch)
      .flatMap(describePage),
  });
}

function describePage({ url, title, sections }: Page): SearchDocument[] {
  const text = sections
    .flatMap(section => [section.title, section.text])
    .filter(Boolean)
    .join(' ');
  return [
    { location: url, title, text },
    ...sections
      .filter(({ id }) => id)
      .map(section => ({
        location: `${url}#${encodeURIComponent(section.id)}`,
        title: section.title,
        text: section.text,
      })),
  ];
}
