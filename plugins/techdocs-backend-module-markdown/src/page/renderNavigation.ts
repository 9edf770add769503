import { LIMITS } from '../config/limits';
import {
  countItems,
  listPages,
  type NavigationItem,
} from '../navigation/NavigationItem';
import { relativeUrl } from '../source/urls';
import { escapeHtml } from './escapeHtml';
import type { Page } from './Page';

/**
 * The lines of the navigation column as seen from one page.
 *
 * @remarks The TechDocs reader opens and scrolls to `md-nav__item--active`. In a large navigation, sections off the
 * reader's path become one link, because every page repeats the whole list.
 */
export function renderNavigation(items: NavigationItem[], page: Page): string {
  const isPruned = countItems(items) > LIMITS.navigationItemsExpanded;
  return renderItems(items, { page, isPruned }, '__nav');
}

interface View {
  page: Page;
  isPruned: boolean;
}

function renderItems(items: NavigationItem[], view: View, id: string): string {
  return items
    .map((item, index) => renderItem(item, view, `${id}_${index + 1}`))
    .join('');
}

function renderItem(item: NavigationItem, view: View, id: string): string {
  if (item.kind === 'link') {
    return renderLine({ title: item.title, href: item.href });
  }
  if (item.kind === 'page') {
    const isCurrent = item.page === view.page;
    const href = isCurrent ? './' : relativeUrl(view.page.url, item.page.url);
    return renderLine({ title: item.title, href, isCurrent });
  }
  const isActive = containsPage(item.items, view.page);
  const [firstPage] = view.isPruned ? listPages(item.items) : [];
  if (firstPage && !isActive) {
    const href = relativeUrl(view.page.url, firstPage.url);
    return renderLine({ title: item.title, href });
  }
  const className = isActive
    ? 'md-nav__item md-nav__item--active md-nav__item--nested'
    : 'md-nav__item md-nav__item--nested';
  return (
    `<li class="${className}">` +
    `<input class="md-nav__toggle md-toggle" type="checkbox" id="${id}"${
      isActive ? ' checked' : ''
    }>` +
    `<label class="md-nav__link" for="${id}" id="${id}_label">${renderTitle(
      item.title,
    )}<span class="md-nav__icon md-icon"></span></label>` +
    `<nav class="md-nav" aria-labelledby="${id}_label">` +
    `<ul class="md-nav__list">${renderItems(item.items, view, id)}</ul>` +
    `</nav></li>`
  );
}

function renderLine(line: {
  title: string;
  href: string;
  isCurrent?: boolean;
}): string {
  const title = renderTitle(line.title);
  const href = escapeHtml(line.href);
  return line.isCurrent
    ? `<li class="md-nav__item md-nav__item--active"><a href="${href}" class="md-nav__link md-nav__link--active" aria-current="page">${title}</a></li>`
    : `<li class="md-nav__item"><a href="${href}" class="md-nav__link">${title}</a></li>`;
}

function renderTitle(title: string): string {
  return `<span class="md-ellipsis">${escapeHtml(title)}</span>`;
}

function containsPage(items: NavigationItem[], page: Page): boolean {
  return items.some(item =>
    item.kind === 'section'
      ? containsPage(item.items, page)
      : item.kind === 'page' && item.page === page,
  );
}
