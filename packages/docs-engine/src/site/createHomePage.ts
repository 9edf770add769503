import { NO_FRONT_MATTER } from '../markdown/frontMatter';
import { escapeHtml } from '../page/escapeHtml';
import type { Page } from '../page/Page';

/** Makes the home page of a site that has pages but none to start with: a list of them. */
export function createHomePage(siteName: string, pages: Page[]): Page {
  const items = pages.map(
    ({ url, title }) =>
      `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`,
  );
  const name = escapeHtml(siteName);
  return {
    file: 'index.md',
    url: '',
    title: 'Home',
    html: `<h1 id="home">${name}</h1>\n<ul>${items.join('\n')}</ul>`,
    headings: [{ level: 1, id: 'home', text: siteName }],
    frontMatter: { ...NO_FRONT_MATTER, hidesContents: true },
    references: [],
    anchors: ['home'],
    sections: [{ id: 'home', title: siteName, text: '' }],
    faults: [],
  };
}
