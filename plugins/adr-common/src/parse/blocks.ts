import MarkdownIt from 'markdown-it';
import { readWords, type Words } from './words';

/** A heading of the text. */
export interface HeadingBlock {
  kind: 'heading';
  level: number;
  words: Words;
  line: number;
}

/** One line of a paragraph or list item. */
export interface LineBlock {
  kind: 'line';
  words: Words;
  line: number;
  /** How many lists the line is in. */
  depth: number;
  /** Whether a paragraph or item begins here. */
  isFirst: boolean;
}

/** A row of a table, its head included. */
export interface RowBlock {
  kind: 'row';
  cells: Words[];
  line: number;
}

/** A piece of the text that can say something; code, comments and markup are left out. */
export type Block = HeadingBlock | LineBlock | RowBlock;

/** Raw markup is recognised only to be left out; what is inside of a block is parsed below, as far as it matters. */
const parser = new MarkdownIt({ html: true }).disable('inline');

/** A longer paragraph is no prose. Parsing takes more than twice the time for twice the length, so the rest is cut off. */
const MAX_INLINE_LENGTH = 20_000;

type Token = ReturnType<typeof parser.parse>[number];

/** Follows the tokens of the parser and remembers what surrounds the current one. */
class BlockReader {
  readonly blocks: Block[] = [];
  /** What the parser knows of the whole text, such as the targets of links. */
  readonly #env: object;
  #heading: { level: number; line: number } | undefined;
  #row: RowBlock | undefined;
  #depth = 0;

  constructor(env: object) {
    this.#env = env;
  }

  read(token: Token): void {
    switch (token.type) {
      case 'heading_open':
        this.#heading = {
          level: Number(token.tag.slice(1)),
          line: lineOf(token),
        };
        break;
      case 'heading_close':
        this.#heading = undefined;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#depth += 1;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#depth -= 1;
        break;
      case 'tr_open':
        this.#row = { kind: 'row', cells: [], line: lineOf(token) };
        break;
      case 'tr_close':
        if (this.#row) this.blocks.push(this.#row);
        this.#row = undefined;
        break;
      case 'inline':
        this.#readInline(token);
        break;
      default:
    }
  }

  #readInline(token: Token): void {
    const children: Token[] = [];
    const content = token.content.slice(0, MAX_INLINE_LENGTH);
    parser.inline.parse(content, parser, this.#env, children);
    const lines = readWords(children);
    // Several lines above a rule are a heading to Markdown; whoever wrote them meant a paragraph and a rule.
    if (this.#heading && lines.length === 1) {
      const { level, line } = this.#heading;
      this.blocks.push({ kind: 'heading', level, words: lines[0], line });
    } else if (this.#row) {
      this.#row.cells.push(lines[0]);
    } else {
      lines.forEach((words, index) =>
        this.blocks.push({
          kind: 'line',
          words,
          line: lineOf(token) + index,
          depth: this.#depth,
          isFirst: index === 0,
        }),
      );
    }
  }
}

function lineOf(token: Token): number {
  return (token.map?.[0] ?? 0) + 1;
}

/** Reads the blocks of a Markdown text; lines are counted from one. */
export function readBlocks(markdown: string): Block[] {
  const env = {};
  const tokens = parser.parse(markdown, env);
  const reader = new BlockReader(env);
  for (const token of tokens) {
    reader.read(token);
  }
  return reader.blocks;
}
