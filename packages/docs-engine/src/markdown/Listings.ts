import { randomBytes } from 'node:crypto';

const MARK = `listing-${randomBytes(12).toString('hex')}-`;
const ELEMENT = new RegExp(
  `(<code(?: [a-z]+="[^"<>]*")*>)${MARK}(\\d+)(?=</code>)`,
  'g',
);

/**
 * Keeps the HTML of code listings aside while the rest of a page is sanitized.
 *
 * @remarks Listings are escaped where they are made and are most of a page's HTML; sanitizing them again would double
 * the time of a build. The mark is random and never shown, so that no text of a page can stand for a listing, and counts
 * only as the sole content of an element, so that broken HTML around a listing cannot pull it into an attribute.
 */
export class Listings {
  readonly #kept: string[] = [];
  #isDirect = false;

  static create(): Listings {
    return new Listings();
  }

  private constructor() {}

  /** From now on, leaves listings where they are: the page needs no sanitizing. */
  leaveInPlace(): void {
    this.#isDirect = true;
  }

  /** Keeps the inside of a `code` element and gives an element that stands for it; attributes are escaped already. */
  keep(html: string, attributes = 'tabindex="0"'): string {
    if (this.#isDirect) {
      return `<code ${attributes}>${html}</code>`;
    }
    this.#kept.push(html);
    return `<code ${attributes}>${MARK}${this.#kept.length - 1}</code>`;
  }

  /** Puts the listings back into their places. */
  restore(html: string): string {
    return html.replace(
      ELEMENT,
      (_match, tag, index) => `${tag}${this.#kept[Number(index)]}`,
    );
  }
}
