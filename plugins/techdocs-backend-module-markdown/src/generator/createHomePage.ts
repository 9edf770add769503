import { escapeHtml } from '../page/escapeHtml';
import type { Page } from '../page/Page';

/** Makes the home page of a site that has pages but none to start with: a list of them. */
export function createHomePage(siteName: string, pages: Page[]): Page {
  const items = pages.map(
    ({ url, title }) =>
      `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`,
  );
  return {
    file: 'index.md',
    url: '',
    title: 'Home',
    html: `<h1 id="home">${escapeHtml(siteName)}</h1>\n<ul>${items.join(
      '\n',
    )}</ul>`,
    headings: [{ level: 1, id: 'home', text: siteName }],
    frontMatter: { hidesNavigation: false, hidesContents: true },
  };
}
