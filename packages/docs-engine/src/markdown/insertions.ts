import type MarkdownIt from 'markdown-it';
import type { StateInline } from './markdownItTypes';

const CARET = 0x5e;

/** Inserted text: `^^new^^`. */
export function insertions(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'insertion', scanMarks);
  md.inline.ruler2.before('emphasis', 'insertion', state => {
    const lists = [
      state.delimiters,
      ...state.tokens_meta.map(meta => meta?.delimiters ?? []),
    ];
    lists.forEach(delimiters => pairMarks(state, delimiters));
    return true;
  });
}

type Delimiters = StateInline['delimiters'];

function scanMarks(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== CARET) {
    return false;
  }
  const {
    length,
    can_open: open,
    can_close: close,
  } = state.scanDelims(state.pos, true);
  if (length !== 2) {
    return false;
  }
  const token = state.push('text', '', 0);
  token.content = '^^';
  state.delimiters.push({
    marker: CARET,
    length: 0,
    token: state.tokens.length - 1,
    end: -1,
    open,
    close,
  });
  state.pos += length;
  return true;
}

function pairMarks(state: StateInline, delimiters: Delimiters): void {
  for (const delimiter of delimiters) {
    if (delimiter.marker === CARET && delimiter.end !== -1) {
      const end = delimiters[delimiter.end];
      change(state.tokens[delimiter.token], 'ins_open', 1);
      change(state.tokens[end.token], 'ins_close', -1);
    }
  }
}

function change(
  token: StateInline['tokens'][number],
  type: string,
  nesting: 1 | -1,
): void {
  Object.assign(token, {
    type,
    tag: 'ins',
    nesting,
    markup: '^^',
    content: '',
  });
}
