import type MarkdownIt from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';
import { footnoteTail } from './footnoteTail';
import type { Token } from './markdownItTypes';

interface FootnoteMeta {
  id: number;
  subId?: number;
  label?: string;
}

/** What the footnote plugin keeps in the environment of a page. */
interface FootnoteEnvironment {
  footnotes?: {
    refs?: Record<string, number>;
    list?: { label: string; count: number }[];
  };
}

/** Footnotes (`[^1]`) with the numbers, ids and marks of Python-Markdown, so that deep links survive. */
export function footnotes(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  md.use(footnotePlugin);
  // `^[text]` is not a footnote in Python-Markdown.
  md.inline.ruler.disable('footnote_inline');
  md.core.ruler.at('footnote_tail', state => {
    const { footnotes: notes } = state.env as FootnoteEnvironment;
    if (notes) {
      footnoteTail(state, notes.list ?? []);
    }
  });
  const { rules } = md.renderer;

  md.core.ruler.before('inline', 'footnote_numbers', state => {
    // The plugin numbers by first mention; Python-Markdown by the place of the note, also of one never mentioned.
    const { footnotes: notes } = state.env as FootnoteEnvironment;
    if (notes?.refs) {
      const keys = Object.keys(notes.refs);
      notes.refs = Object.fromEntries(keys.map((key, index) => [key, index]));
      notes.list = keys.map(key => ({ label: key.slice(1), count: 0 }));
    }
  });

  rules.footnote_ref = (tokens, index) => {
    const { name, number, reference } = describe(tokens[index]);
    return `<sup id="${reference}"><a class="footnote-ref" href="#fn:${name}">${number}</a></sup>`;
  };
  rules.footnote_block_open = () => '<div class="footnote">\n<hr>\n<ol>\n';
  rules.footnote_block_close = () => '</ol>\n</div>\n';
  rules.footnote_open = (tokens, index) =>
    `<li id="fn:${describe(tokens[index]).name}">`;
  rules.footnote_anchor = (tokens, index) => {
    const { number, reference } = describe(tokens[index]);
    const title = `Jump back to footnote ${number} in the text`;
    return `&nbsp;<a class="footnote-backref" href="#${reference}" title="${title}">&#8617;</a>`;
  };

  function describe(token: Token) {
    // The footnote plugin gives every token of its own this shape.
    const meta = token.meta as FootnoteMeta;
    const number = meta.id + 1;
    const name = escapeHtml(meta.label ?? String(number));
    const repeat = meta.subId ? String(meta.subId + 1) : '';
    return { number, name, reference: `fnref${repeat}:${name}` };
  }
}
