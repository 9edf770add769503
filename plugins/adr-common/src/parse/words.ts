/** A link inside words. */
export interface WordLink {
  /** Where the label begins and ends in the words. */
  start: number;
  end: number;
  href: string;
}

/** Text without its markup, and the links in it. */
export interface Words {
  text: string;
  links: WordLink[];
  images: string[];
}

/** The part of a token of the Markdown parser that is read here. */
export interface InlineToken {
  type: string;
  content: string;
  markup: string;
  attrGet(name: string): string | null | undefined;
}

/** `Ada <ada@acme.example>` is a link to Markdown, and an address to people. */
function isAddress({ markup }: InlineToken, href: string): boolean {
  return markup === 'autolink' && /^mailto:/i.test(href);
}

function createWords(): Words {
  return { text: '', links: [], images: [] };
}

/** What matters of a line stands at its beginning; patterns are not let loose on more. */
const MAX_LINE_LENGTH = 2_000;

/** Collects words line by line; what is struck out was withdrawn and is left out. */
class WordReader {
  readonly lines = [createWords()];
  #struck = 0;
  #link: { href: string; start: number } | undefined;

  read(token: InlineToken): void {
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        this.lines.push(createWords());
        break;
      case 's_open':
        this.#struck += 1;
        break;
      case 's_close':
        this.#struck -= 1;
        break;
      case 'link_open':
        this.#openLink(token);
        break;
      case 'link_close':
        this.#closeLink(token);
        break;
      case 'image':
        this.#words.images.push(token.attrGet('src') ?? '');
        break;
      case 'text':
      case 'code_inline':
      case 'text_special':
        this.#write(token.content);
        break;
      default:
    }
  }

  get #words(): Words {
    return this.lines[this.lines.length - 1];
  }

  #write(text: string): void {
    const room = MAX_LINE_LENGTH - this.#words.text.length;
    if (this.#struck === 0) this.#words.text += text.slice(0, room);
  }

  #openLink(token: InlineToken): void {
    const href = token.attrGet('href') ?? '';
    this.#link = { href, start: this.#words.text.length };
    if (isAddress(token, href)) this.#write('<');
  }

  #closeLink(token: InlineToken): void {
    if (!this.#link) return;
    if (isAddress(token, this.#link.href)) this.#write('>');
    const end = this.#words.text.length;
    const start = Math.min(this.#link.start, end);
    if (this.#struck === 0) {
      this.#words.links.push({ ...this.#link, start, end });
    }
    this.#link = undefined;
  }
}

/** Reads inline tokens into one entry for each line of the source. */
export function readWords(tokens: readonly InlineToken[]): Words[] {
  const reader = new WordReader();
  for (const token of tokens) {
    reader.read(token);
  }
  return reader.lines;
}

/** The label of a link. */
export function labelOf(words: Words, link: WordLink): string {
  return words.text.slice(link.start, link.end).trim();
}

/** A part of the words with the links inside it. */
export function sliceWords(words: Words, start: number, end?: number): Words {
  const stop = end ?? words.text.length;
  return {
    text: words.text.slice(start, stop),
    links: words.links
      .filter(link => link.start >= start && link.end <= stop)
      .map(link => ({
        ...link,
        start: link.start - start,
        end: link.end - start,
      })),
    images: words.images,
  };
}
