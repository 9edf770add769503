import type MarkdownIt from 'markdown-it';
import { findClosing } from './findClosing';
import type { StateInline } from './markdownItTypes';
import { pageOf } from './PageContext';

interface Form {
  open: string;
  close: string;
  /** The signs that a formula is shown between. */
  shown: [before: string, after: string];
  accepts(text: string, next: string): boolean;
}

const isFilled = (text: string) => text.trim() !== '';

/** A single dollar is a price, unless the text begins and ends right at the signs. */
const isTight = (text: string, next: string) =>
  /^[^\s$](?:[^$\n]*[^\s$])?$/.test(text) && !/^\d/.test(next);

const FORMS: Form[] = [
  { open: '$$', close: '$$', shown: ['\\[', '\\]'], accepts: isFilled },
  { open: '$', close: '$', shown: ['\\(', '\\)'], accepts: isTight },
  { open: '\\(', close: '\\)', shown: ['\\(', '\\)'], accepts: isFilled },
  { open: '\\[', close: '\\]', shown: ['\\[', '\\]'], accepts: isFilled },
];

/** Formulas, where a site enables `pymdownx.arithmatex`: kept as they are written, because their signs are not Markdown. */
export function formulas(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'formula', (state, silent) => {
    const isCandidate = '$\\'.includes(state.src[state.pos]);
    if (!isCandidate || !pageOf(state.env).options.hasFormulas) {
      return false;
    }
    const form = FORMS.find(({ open }) =>
      state.src.startsWith(open, state.pos),
    );
    const start = state.pos + (form?.open.length ?? 0);
    const end = form && findClosing(state, form.close, start);
    if (!form || end === undefined) {
      return false;
    }
    const text = state.src.slice(start, end);
    const next = end + form.close.length;
    if (!form.accepts(text, state.src.slice(next, next + 1))) {
      return false;
    }
    if (!silent) {
      push(state, form.shown.join(text));
    }
    state.pos = next;
    return true;
  });
}

function push(state: StateInline, text: string): void {
  state.push('formula_open', 'span', 1).attrSet('class', 'arithmatex');
  state.push('text', '', 0).content = text;
  state.push('formula_close', 'span', -1);
}
