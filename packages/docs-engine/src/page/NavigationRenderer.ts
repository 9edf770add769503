import { LIMITS } from '../config/limits';
import {
  countItems,
  listPages,
  type NavigationItem,
  type NavigationSection,
} from '../navigation/NavigationItem';
import { escapeHtml } from './escapeHtml';
import type { Page } from './Page';

/**
 * Writes the lines of the navigation column, as seen from each page.
 *
 * @remarks The TechDocs reader opens and scrolls to `md-nav__item--active`. What is not on the way to the current page is
 * the same on all pages of one depth and is written once. A large navigation is pruned, because every page repeats it.
 */
export class NavigationRenderer {
  readonly #items: NavigationItem[];
  readonly #isPruned: boolean;
  /** The pages below each section. */
  readonly #pages = new Map<NavigationSection, Set<Page>>();
  /** Lines off the reader's path, by the way from the page to the root of the site. */
  readonly #written = new Map<string, Map<NavigationItem, string>>();

  static create(items: NavigationItem[]): NavigationRenderer {
    return new NavigationRenderer(items);
  }

  private constructor(items: NavigationItem[]) {
    this.#items = items;
    this.#isPruned = countItems(items) > LIMITS.navigationItemsExpanded;
    this.#collectPages(items);
  }

  render(page: Page): string {
    const root = '../'.repeat(page.url.split('/').length - 1);
    return this.#renderItems(this.#items, { page, root }, '__nav');
  }

  #collectPages(items: NavigationItem[]): void {
    for (const item of items) {
      if (item.kind === 'section') {
        this.#pages.set(item, new Set(listPages([item])));
        this.#collectPages(item.items);
      }
    }
  }

  #renderItems(items: NavigationItem[], from: Place, id: string): string {
    return items
      .map((item, index) => this.#renderItem(item, from, `${id}_${index + 1}`))
      .join('');
  }

  #renderItem(item: NavigationItem, from: Place, id: string): string {
    if (this.#isOnPath(item, from.page)) {
      return this.#write(item, from, id);
    }
    const written = this.#written.get(from.root) ?? new Map();
    this.#written.set(from.root, written);
    const known = written.get(item) ?? this.#write(item, from, id);
    written.set(item, known);
    return known;
  }

  #isOnPath(item: NavigationItem, page: Page): boolean {
    return item.kind === 'section'
      ? this.#pages.get(item)?.has(page) ?? false
      : item.kind === 'page' && item.page === page;
  }

  #write(item: NavigationItem, from: Place, id: string): string {
    if (item.kind === 'link') {
      return renderLine(item.title, escapeHtml(item.href));
    }
    if (item.kind === 'page') {
      return item.page === from.page
        ? renderCurrentLine(item.page)
        : renderLine(item.page.title, hrefOf(item.page, from));
    }
    const isActive = this.#isOnPath(item, from.page);
    const [firstPage] = this.#pages.get(item) ?? [];
    return this.#isPruned && !isActive && firstPage
      ? renderLine(item.title, hrefOf(firstPage, from))
      : this.#renderSection(item, from, id);
  }

  #renderSection(section: NavigationSection, from: Place, id: string): string {
    const isActive = this.#isOnPath(section, from.page);
    const label =
      `<label class="md-nav__link" for="${id}" id="${id}_label" tabindex="0"${
        section.index ? ` aria-label="${escapeHtml(section.title)}">` : '>'
      }${section.index ? '' : renderTitle(section.title)}` +
      `<span class="md-nav__icon md-icon"></span></label>`;
    return (
      `<li class="md-nav__item${
        isActive ? ' md-nav__item--active' : ''
      } md-nav__item--nested">` +
      `<input class="md-nav__toggle${
        // The addon that folds all sections at once looks for `md-toggle`, and would fold away where the reader is.
        isActive ? '" checked' : ' md-toggle"'
      } type="checkbox" id="${id}" tabindex="-1">${
        section.index ? renderIndex(section, from, label) : label
      }` +
      `<nav class="md-nav" aria-labelledby="${id}_label">` +
      `<ul class="md-nav__list">${this.#renderItems(
        section.items,
        from,
        id,
      )}</ul></nav></li>`
    );
  }
}

/** A page, and the way from it to the root of the site. */
interface Place {
  page: Page;
  root: string;
}

function renderIndex(
  { index, title }: NavigationSection,
  from: Place,
  label: string,
): string {
  const isCurrent = index === from.page;
  const state = isCurrent ? ' md-nav__link--active" aria-current="page' : '';
  const href = isCurrent || !index ? hereOf(from.page) : hrefOf(index, from);
  return (
    `<div class="md-nav__link md-nav__container">` +
    `<a href="${href}" class="md-nav__link${state}">${renderTitle(title)}</a>` +
    `${label}</div>`
  );
}

function hrefOf(target: Page, from: Place): string {
  return escapeHtml(`${from.root}${target.url}` || './');
}

function renderLine(title: string, href: string): string {
  return `<li class="md-nav__item"><a href="${href}" class="md-nav__link">${renderTitle(
    title,
  )}</a></li>`;
}

function renderCurrentLine(page: Page): string {
  return `<li class="md-nav__item md-nav__item--active"><a href="${hereOf(
    page,
  )}" class="md-nav__link md-nav__link--active" aria-current="page">${renderTitle(
    page.title,
  )}</a></li>`;
}

/** The address of a page, as seen from itself. */
function hereOf({ url }: Page): string {
  return escapeHtml(url.slice(url.lastIndexOf('/') + 1) || './');
}

function renderTitle(title: string): string {
  return `<span class="md-ellipsis">${escapeHtml(title)}</span>`;
}
