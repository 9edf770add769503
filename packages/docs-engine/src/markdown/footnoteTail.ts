import type { StateCore, Token } from './markdownItTypes';

interface Note {
  label: string;
  count: number;
}

/**
 * Moves footnotes from where they are written to the end of the page, each with the marks that lead back.
 *
 * @remarks In place of the rule of markdown-it-footnote, whose time grows with the square of their number.
 */
export function footnoteTail(state: StateCore, notes: Note[]): void {
  const { text, byLabel } = separate(state.tokens);
  if (!notes.length) {
    state.tokens = text;
    return;
  }
  const tail: Token[] = [new state.Token('footnote_block_open', '', 1)];
  notes.forEach(({ label, count }, id) => {
    const open = new state.Token('footnote_open', '', 1);
    open.meta = { id, label };
    const content = byLabel.get(label) ?? [];
    const last = content.at(-1);
    const isParagraph = last?.type === 'paragraph_close';
    tail.push(open, ...(isParagraph ? content.slice(0, -1) : content));
    for (let subId = 0; subId < Math.max(count, 1); subId += 1) {
      const anchor = new state.Token('footnote_anchor', '', 0);
      anchor.meta = { id, subId, label };
      tail.push(anchor);
    }
    if (last && isParagraph) {
      tail.push(last);
    }
    tail.push(new state.Token('footnote_close', '', -1));
  });
  tail.push(new state.Token('footnote_block_close', '', -1));
  state.tokens = [...text, ...tail];
}

function separate(tokens: Token[]) {
  const text: Token[] = [];
  const byLabel = new Map<string, Token[]>();
  let current = text;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      current = [];
      byLabel.set(token.meta.label, current);
    } else if (token.type === 'footnote_reference_close') {
      current = text;
    } else {
      current.push(token);
    }
  }
  return { text, byLabel };
}
