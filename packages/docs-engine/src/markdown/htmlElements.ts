/** Elements that stand as blocks of their own and keep their content as written. */
const BLOCK_ELEMENTS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'canvas', 'center'],
  ...['colgroup', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset'],
  ...['figcaption', 'figure', 'footer', 'form', 'group', 'h1', 'h2', 'h3'],
  ...['h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'iframe', 'legend'],
  ...['li', 'main', 'map', 'math', 'menu', 'nav', 'noscript', 'object', 'ol'],
  ...['option', 'output', 'p', 'pre', 'progress', 'script', 'search'],
  ...['section', 'style', 'summary', 'table', 'tbody', 'td', 'textarea'],
  ...['tfoot', 'th', 'thead', 'tr', 'ul', 'video'],
]);

/** Elements whose content is never Markdown, whatever it looks like. */
const RAW_ELEMENTS = new Set(['pre', 'script', 'style', 'textarea']);

/** Elements that hold a line of text: with `markdown="1"` their content is not made into paragraphs. */
const LINE_ELEMENTS = new Set([
  ...['address', 'dd', 'dt', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['legend', 'li', 'p', 'summary', 'td', 'th'],
]);

/** The tag at the beginning of a text. */
export interface LeadingTag {
  name: string;
  isClosing: boolean;
  isRaw: boolean;
  /** The element ends with its only tag. */
  isEmpty: boolean;
  /** Length of the tag. */
  length: number;
  /** What `markdown="…"` asks for. */
  markdown?: 'block' | 'line';
}

const NAME = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s/>]|$)/i;
const MARKDOWN_ATTRIBUTE =
  /\smarkdown(?:\s*=\s*(?:"(\w*)"|'(\w*)'|(\w+)))?(?=[\s/>])/i;

/** Reads the block element whose tag begins a text; other elements are part of a line of text. */
export function readLeadingTag(text: string): LeadingTag | undefined {
  const [head = '', slash, written] = NAME.exec(text) ?? [];
  const name = written?.toLowerCase();
  if (!name || !BLOCK_ELEMENTS.has(name)) {
    return undefined;
  }
  const length = findTagEnd(text, head.length);
  if (length === undefined) {
    return undefined;
  }
  const tag = text.slice(0, length);
  return {
    name,
    isClosing: slash === '/',
    isRaw: RAW_ELEMENTS.has(name),
    isEmpty: name === 'hr' || tag.endsWith('/>'),
    length,
    markdown: readMarkdownAttribute(tag, name),
  };
}

/** The end of a tag is the first `>` outside of quotes. */
function findTagEnd(text: string, start: number): number | undefined {
  let quote = '';
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (quote) {
      quote = character === quote ? '' : quote;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      return index + 1;
    }
  }
  return undefined;
}

function readMarkdownAttribute(
  tag: string,
  name: string,
): LeadingTag['markdown'] {
  const match = MARKDOWN_ATTRIBUTE.exec(tag);
  if (!match) {
    return undefined;
  }
  const value = match[1] ?? match[2] ?? match[3] ?? '1';
  if (value === 'span' || (value !== 'block' && LINE_ELEMENTS.has(name))) {
    return 'line';
  }
  return value === '0' ? undefined : 'block';
}

/** Open elements of one name that are remembered. */
const MAX_OPEN = 200;
const FENCE = /^\s*(?:>\s*)*(`{3,}|~{3,})/;
/** Attributes hold no angle brackets here, so that an unclosed tag ends at the next one. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])[^<>]{0,4000}>/gi;

/**
 * Finds, for each line that an element begins on, the line on which it ends; the key is `line name`.
 *
 * @remarks One pass for the whole page, so that nested elements do not each search to the end of it. Tags inside fenced
 * code are text.
 */
export function matchElements(text: string): Map<string, number> {
  const ends = new Map<string, number>();
  const open = new Map<string, number[]>();
  let line = 0;
  let counted = 0;
  const source = blankFences(text);
  for (const match of source.matchAll(TAG)) {
    const [tag, slash, written] = match;
    for (; counted < match.index; counted += 1) {
      line += source[counted] === '\n' ? 1 : 0;
    }
    const name = written.toLowerCase();
    const stack = open.get(name) ?? [];
    if (slash) {
      const start = stack.pop();
      if (start !== undefined) {
        ends.set(`${start} ${name}`, line);
      }
    } else if (!tag.endsWith('/>') && stack.length < MAX_OPEN) {
      stack.push(line);
      open.set(name, stack);
    }
  }
  return ends;
}

function blankFences(text: string): string {
  let fence = '';
  const lines = text.split('\n').map(line => {
    const mark = FENCE.exec(line)?.[1] ?? '';
    const isFence = fence ? mark.startsWith(fence) : mark !== '';
    const isInside = fence !== '' || isFence;
    if (isFence) {
      fence = fence ? '' : mark;
    }
    return isInside ? ' '.repeat(line.length) : line;
  });
  return lines.join('\n');
}
