import { decodeText } from './decodeText';

/** The text below one heading of a page, or before the first. */
export interface Section {
  /** Empty before the first heading. */
  id: string;
  title: string;
  text: string;
}

/** What the HTML of a page holds for search and for links to it. */
export interface PageText {
  sections: Section[];
  /** Every `id`, and every `name` of a link. */
  anchors: string[];
}

const ANCHOR = /\s(id|name|class)="([^"]*)"/g;
/** What of a tag's attributes is looked at. */
const TELLING = /\s(?:id|name)="|headerlink|footnote-backref/;
const HEADING = /^h[1-6]$/;
const EMPTY = new Set([
  'br',
  'col',
  'hr',
  'img',
  'input',
  'source',
  'span',
  'wbr',
]);
const BLOCKS = new Set([
  ...['blockquote', 'br', 'dd', 'details', 'div', 'dt', 'figcaption', 'hr'],
  ...['li', 'ol', 'p', 'pre', 'summary', 'table', 'td', 'th', 'tr', 'ul'],
]);
/** Marks that are part of the page's dress, not of its text. */
const MARKS = /(?:^|\s)(?:headerlink|footnote-backref)(?:\s|$)/;

type Attributes = Record<string, string | undefined>;

const NO_ATTRIBUTES: Attributes = {};

/** Collects the text of a page, tag by tag, under its headings. */
export class SectionReader {
  readonly #sections: Section[] = [{ id: '', title: '', text: '' }];
  readonly #anchors: string[] = [];
  #current = this.#sections[0];
  #heading: string | undefined;
  #markDepth = 0;

  static create(): SectionReader {
    return new SectionReader();
  }

  private constructor() {}

  addTag(tag: string): void {
    const space = tag.indexOf(' ');
    if (tag[0] === '/') {
      this.#close(tag.slice(1));
    } else if (space < 0) {
      this.#open(tag, NO_ATTRIBUTES);
    } else {
      this.#open(tag.slice(0, space), readAttributes(tag.slice(space)));
    }
  }

  addText(text: string): void {
    if (!this.#markDepth) {
      this.#current[this.#heading ? 'title' : 'text'] += text;
    }
  }

  finish(): PageText {
    return { anchors: this.#anchors, sections: this.#sections.map(tidy) };
  }

  #open(name: string, attributes: Attributes): void {
    const { id, name: anchor, class: className = '' } = attributes;
    if (id) {
      this.#anchors.push(id);
    }
    if (name === 'a' && anchor) {
      this.#anchors.push(anchor);
    }
    if (this.#markDepth || MARKS.test(className)) {
      this.#markDepth += EMPTY.has(name) ? 0 : 1;
    } else if (HEADING.test(name) && id) {
      this.#heading = name;
      this.#current = { id, title: '', text: '' };
      this.#sections.push(this.#current);
    } else {
      this.#separate(name);
    }
  }

  #close(name: string): void {
    if (this.#markDepth) {
      this.#markDepth -= 1;
    } else if (name === this.#heading) {
      this.#heading = undefined;
    } else {
      this.#separate(name);
    }
  }

  #separate(name: string): void {
    if (BLOCKS.has(name)) {
      this.#current.text += ' ';
    }
  }
}

function readAttributes(written: string): Attributes {
  if (!TELLING.test(written)) {
    return NO_ATTRIBUTES;
  }
  return Object.fromEntries(
    [...written.matchAll(ANCHOR)].map(([, name, value]) => [
      name,
      decodeText(value),
    ]),
  );
}

function tidy({ id, title, text }: Section): Section {
  return { id, title: collapse(title), text: collapse(text) };
}

function collapse(text: string): string {
  return decodeText(text).replace(/\s+/g, ' ').trim();
}
