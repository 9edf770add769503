import type MarkdownIt from 'markdown-it';
import { findClosing } from './findClosing';
import type { StateInline } from './markdownItTypes';

/** The forms of critic markup: opening sign, closing sign, and the elements of its parts. */
const FORMS = [
  { open: '{++', close: '++}', tag: 'ins' },
  { open: '{--', close: '--}', tag: 'del' },
  { open: '{==', close: '==}', tag: 'mark' },
] as const;
const SUBSTITUTION = { open: '{~~', middle: '~>', close: '~~}' };
const COMMENT = { open: '{>>', close: '<<}' };

/** Changes that an author marks: `{++new++}`, `{--old--}`, `{~~old~>new~~}`, `{==text==}`, `{>>comment<<}`. */
export function critic(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'critic', (state, silent) => {
    if (state.src[state.pos] !== '{') {
      return false;
    }
    const end =
      readForm(state, silent) ??
      readSubstitution(state, silent) ??
      readComment(state, silent);
    if (end === undefined) {
      return false;
    }
    state.pos = end;
    return true;
  });
}

function readForm(state: StateInline, silent: boolean): number | undefined {
  const form = FORMS.find(({ open }) => state.src.startsWith(open, state.pos));
  const end = form && findClosing(state, form.close, state.pos + 3);
  if (!form || end === undefined) {
    return undefined;
  }
  if (!silent) {
    pushPart(state, form.tag, {
      from: state.pos + form.open.length,
      to: end,
    });
  }
  return end + form.close.length;
}

function readSubstitution(
  state: StateInline,
  silent: boolean,
): number | undefined {
  const { open, middle, close } = SUBSTITUTION;
  const isHere = state.src.startsWith(open, state.pos);
  const end = isHere ? findClosing(state, close, state.pos + 3) : undefined;
  const start = state.pos + open.length;
  const split = end && findClosing(state, middle, start);
  if (end === undefined || split === undefined || split > end) {
    return undefined;
  }
  if (!silent) {
    pushPart(state, 'del', { from: start, to: split });
    pushPart(state, 'ins', { from: split + middle.length, to: end });
  }
  return end + close.length;
}

function readComment(state: StateInline, silent: boolean): number | undefined {
  const { open, close } = COMMENT;
  const isHere = state.src.startsWith(open, state.pos);
  const end = isHere ? findClosing(state, close, state.pos + 3) : undefined;
  if (end === undefined) {
    return undefined;
  }
  if (!silent) {
    state.push('critic_open', 'span', 1).attrSet('class', 'critic comment');
    state.push('text', '', 0).content = state.src
      .slice(state.pos + open.length, end)
      .trim();
    state.push('critic_close', 'span', -1);
  }
  return end + close.length;
}

function pushPart(
  state: StateInline,
  tag: 'ins' | 'del' | 'mark',
  { from, to }: { from: number; to: number },
): void {
  const { pos, posMax } = state;
  state.push(`critic_${tag}_open`, tag, 1).attrSet('class', 'critic');
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.push(`critic_${tag}_close`, tag, -1);
  Object.assign(state, { pos, posMax });
}
