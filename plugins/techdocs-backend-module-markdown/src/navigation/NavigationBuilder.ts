import { InputError } from '@backstage/errors';
import path from 'node:path';
import { isPlainObject } from '../config/isPlainObject';
import { LIMITS } from '../config/limits';
import type { Page } from '../page/Page';
import { isPagePath } from '../source/urls';
import type { Navigation, NavigationItem } from './NavigationItem';

const EXTERNAL = /^(?:https?:|mailto:)/i;

/** Builds the navigation that `nav` in mkdocs.yml describes. */
export class NavigationBuilder {
  readonly #pages: Map<string, Page>;
  readonly #problems = new Set<string>();
  #count = 0;

  static create(pages: Page[]): NavigationBuilder {
    return new NavigationBuilder(new Map(pages.map(page => [page.file, page])));
  }

  private constructor(pages: Map<string, Page>) {
    this.#pages = pages;
  }

  build(nav: unknown): Navigation {
    if (!Array.isArray(nav)) {
      throw new InputError(
        `nav must be a list, such as "nav:\\n  - Home: index.md"`,
      );
    }
    const items = this.#readList(nav, 1);
    return { items, problems: [...this.#problems] };
  }

  #readList(list: unknown[], depth: number): NavigationItem[] {
    if (depth > LIMITS.navigationDepth) {
      this.#problems.add(
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
    if (!isPlainObject(entry)) {
      this.#problems.add('nav has an entry without a file; left out');
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
      this.#problems.add(`nav entry '${title}' names no file; left out`);
      return [];
    }
    if (!this.#takeSlot()) {
      return [];
    }
    const items = this.#readList(list, depth + 1);
    return items.length ? [{ kind: 'section', title, items }] : [];
  }

  #readTarget(target: string, title: string | undefined): NavigationItem[] {
    const file = path.posix.normalize(target);
    const page = this.#pages.get(file);
    if (page) {
      const item: NavigationItem = {
        kind: 'page',
        title: title ?? page.title,
        page,
      };
      return this.#takeSlot() ? [item] : [];
    }
    const isLink =
      EXTERNAL.test(target) || (target.startsWith('/') && !isPagePath(target));
    if (isLink) {
      const item: NavigationItem = {
        kind: 'link',
        title: title ?? target,
        href: target,
      };
      return this.#takeSlot() ? [item] : [];
    }
    this.#problems.add(
      file.startsWith('../') || path.posix.isAbsolute(file)
        ? `nav entry '${target}' is outside the documentation directory; left out`
        : `nav entry '${target}' does not exist; left out`,
    );
    return [];
  }

  #takeSlot(): boolean {
    this.#count += 1;
    if (this.#count <= LIMITS.navigationItems) {
      return true;
    }
    this.#problems.add(
      `nav has more than ${LIMITS.navigationItems} entries; the rest is left out`,
    );
    return false;
  }
}
