import { randomBytes } from 'node:crypto';

/**
 * Keeps the HTML of code listings aside while the rest of a page is sanitized.
 *
 * @remarks Listings are escaped where they are made and are most of a page's HTML; sanitizing them again would double
 * the time of a build. The marks are random, so that no text of a page can stand for a listing, and count only as the
 * sole content of an element, so that broken HTML around a listing cannot pull it into an attribute.
 */
export class Listings {
  readonly #mark = `listing-${randomBytes(12).toString('hex')}-`;
  readonly #kept: string[] = [];

  static create(): Listings {
    return new Listings();
  }

  private constructor() {}

  /** Keeps the inside of a `code` element and gives an element that stands for it. */
  keep(html: string): string {
    this.#kept.push(html);
    return `<code tabindex="0">${this.#mark}${this.#kept.length - 1}</code>`;
  }

  /** Puts the listings back into their places. */
  restore(html: string): string {
    const element = new RegExp(
      `<code tabindex="0">${this.#mark}(\\d+)</code>`,
      'g',
    );
    return html.replace(
      element,
      (_match, index) =>
        `<code tabindex="0">${this.#kept[Number(index)]}</code>`,
    );
  }
}
