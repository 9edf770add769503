import { InputError } from '@backstage/errors';
import path from 'node:path';
import { isPlainObject } from '../config/isPlainObject';
import { LIMITS } from '../config/limits';
import type { Page } from '../page/Page';
import { isPagePath } from '../source/urls';
import { stripTags } from './titles';
import type {
  Navigation,
  NavigationItem,
  NavigationProblem,
} from './NavigationItem';

const EXTERNAL = /^(?:https?:|mailto:)/i;

/** How the navigation of a site is made. */
export interface NavigationOptions {
  /** An `index.md` among the entries of a section is the page of the section itself. */
  hasSectionIndexes: boolean;
}

/** Builds the navigation that `nav` in mkdocs.yml describes. */
export class NavigationBuilder {
  readonly #pages: Map<string, Page>;
  readonly #options: NavigationOptions;
  readonly #titled = new Set<Page>();
  readonly #problems = new Map<string, NavigationProblem>();
  #count = 0;

  static create(
    pages: Page[],
    options: NavigationOptions = { hasSectionIndexes: false },
  ): NavigationBuilder {
    const byFile = new Map(pages.map(page => [page.file, page]));
    return new NavigationBuilder(byFile, options);
  }

  private constructor(pages: Map<string, Page>, options: NavigationOptions) {
    this.#pages = pages;
    this.#options = options;
  }

  /** Builds the navigation and gives pages the titles that it names; the first title of a page counts. */
  build(nav: unknown): Navigation {
    if (!Array.isArray(nav)) {
      throw new InputError(
        `nav must be a list, such as "nav:\\n  - Home: index.md"`,
      );
    }
    const items = this.#readList(nav, 1);
    return { items, problems: [...this.#problems.values()] };
  }

  #readList(list: unknown[], depth: number): NavigationItem[] {
    if (depth > LIMITS.navigationDepth) {
      this.#report(
        `nav is nested deeper than ${LIMITS.navigationDepth} levels; what lies below is left out`,
      );
      return [];
    }
    return list.flatMap(entry => this.#readEntry(entry, depth));
  }

  #readEntry(entry: unknown, depth: number): NavigationItem[] {
    if (typeof entry === 'string') {
      return this.#readTarget(entry, undefined);
    }
    if (Array.isArray(entry)) {
      return this.#readList(entry, depth);
    }
    if (!isPlainObject(entry)) {
      this.#report('nav has an entry without a file; left out');
      return [];
    }
    return Object.entries(entry).flatMap(([title, value]) =>
      this.#readTitled(title, value, depth),
    );
  }

  #readTitled(title: string, value: unknown, depth: number): NavigationItem[] {
    if (typeof value === 'string') {
      return this.#readTarget(value, title);
    }
    const list = isPlainObject(value) ? [value] : value;
    if (!Array.isArray(list)) {
      this.#report(`nav entry '${title}' names no file; left out`, title);
      return [];
    }
    if (!this.#takeSlot()) {
      return [];
    }
    const items = this.#readList(list, depth + 1);
    return items.length ? [this.#createSection(title, items)] : [];
  }

  #createSection(title: string, items: NavigationItem[]): NavigationItem {
    const position = items.findIndex(
      item => item.kind === 'page' && isIndex(item.page),
    );
    const found = items[position];
    if (!this.#options.hasSectionIndexes || found?.kind !== 'page') {
      return { kind: 'section', title: stripTags(title), items };
    }
    const others = items.filter((_item, index) => index !== position);
    return {
      kind: 'section',
      title: stripTags(title),
      items: others,
      index: found.page,
    };
  }

  #readTarget(target: string, title: string | undefined): NavigationItem[] {
    const file = path.posix.normalize(target);
    const page = this.#pages.get(file) ?? this.#findIndex(file);
    if (page) {
      this.#nameTitle(page, title);
      return this.#takeSlot() ? [{ kind: 'page', page }] : [];
    }
    const isLink =
      EXTERNAL.test(target) || (target.startsWith('/') && !isPagePath(target));
    if (isLink) {
      return this.#takeSlot()
        ? [
            {
              kind: 'link',
              title: stripTags(title ?? target),
              href: cutHref(target),
            },
          ]
        : [];
    }
    const isOutside = file.startsWith('../') || path.posix.isAbsolute(file);
    this.#report(
      isOutside
        ? `nav entry '${target}' is outside the documentation directory; left out`
        : `nav entry '${target}' does not exist; left out`,
      target,
      true,
    );
    return [];
  }

  /** A directory stands for the page that it opens with. */
  #findIndex(directory: string): Page | undefined {
    return directory.endsWith('/')
      ? this.#pages.get(`${directory}index.md`) ??
          this.#pages.get(`${directory}README.md`)
      : undefined;
  }

  #nameTitle(page: Page, title: string | undefined): void {
    if (!this.#titled.has(page)) {
      this.#titled.add(page);
      page.title = title === undefined ? page.title : stripTags(title);
    }
  }

  #takeSlot(): boolean {
    this.#count += 1;
    if (this.#count <= LIMITS.navigationItems) {
      return true;
    }
    this.#report(
      `nav has more than ${LIMITS.navigationItems} entries; the rest is left out`,
    );
    return false;
  }

  #report(message: string, written?: string, isBrokenLink = false): void {
    this.#problems.set(message, { message, written, isBrokenLink });
  }
}

/** Themes that do not escape let sites add attributes behind an address; only the address is one here. */
function cutHref(target: string): string {
  return target.split(/["'<>\s]/)[0];
}

function isIndex({ file }: Page): boolean {
  return /^(?:index|README)$/.test(path.posix.parse(file).name);
}
