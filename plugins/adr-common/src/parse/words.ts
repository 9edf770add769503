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
  attrGet(name: string): string | null | undefined;
}

function createWords(): Words {
  return { text: '', links: [], images: [] };
}

/** Reads inline tokens into one entry for each line of the source; what is struck out was withdrawn and is left out. */
export function readWords(tokens: readonly InlineToken[]): Words[] {
  const lines = [createWords()];
  let struck = 0;
  let open: { href: string; start: number } | undefined;
  for (const token of tokens) {
    const words = lines[lines.length - 1];
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        lines.push(createWords());
        break;
      case 's_open':
        struck += 1;
        break;
      case 's_close':
        struck -= 1;
        break;
      case 'link_open':
        open = { href: token.attrGet('href') ?? '', start: words.text.length };
        break;
      case 'link_close':
        if (open && struck === 0) {
          const end = words.text.length;
          words.links.push({ ...open, start: Math.min(open.start, end), end });
        }
        open = undefined;
        break;
      case 'image':
        words.images.push(token.attrGet('src') ?? '');
        break;
      case 'text':
      case 'code_inline':
      case 'text_special':
        if (struck === 0) words.text += token.content;
        break;
      default:
    }
  }
  return lines;
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
