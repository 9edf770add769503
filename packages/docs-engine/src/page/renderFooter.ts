import { relativeUrl } from '../source/urls';
import { escapeHtml } from './escapeHtml';
import type { Page } from './Page';

/** The pages before and after a page in reading order. */
export interface Neighbours {
  previous?: Page;
  next?: Page;
}

/** Links to the previous and the next page. */
export function renderFooter(page: Page, neighbours: Neighbours): string {
  const previous = renderLink(page.url, {
    direction: 'prev',
    label: 'Previous',
    target: neighbours.previous,
  });
  const next = renderLink(page.url, {
    direction: 'next',
    label: 'Next',
    target: neighbours.next,
  });
  if (!previous && !next) {
    return '';
  }
  return `<footer class="md-footer"><nav class="md-footer__inner md-grid" aria-label="Previous and next page">${previous}${next}</nav></footer>`;
}

interface FooterLink {
  direction: 'prev' | 'next';
  label: string;
  target?: Page;
}

function renderLink(
  pageUrl: string,
  { direction, label, target }: FooterLink,
): string {
  if (!target) {
    return '';
  }
  const href = escapeHtml(relativeUrl(pageUrl, target.url));
  const title = escapeHtml(target.title);
  return (
    `<a href="${href}" class="md-footer__link md-footer__link--${direction}" rel="${direction}">` +
    `<span class="md-footer__title"><span class="md-footer__direction">${label}</span>` +
    `<span class="md-footer__name">${title}</span></span></a>`
  );
}
