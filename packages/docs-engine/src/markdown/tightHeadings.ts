import type MarkdownIt from 'markdown-it';
import { readMarkerLine } from './indentedBlock';

/** A heading whose text follows its sign at once; numbers of issues and interpreter lines are none. */
const HEADING = /^(#{1,6})([^#\s!\d][^\n]*?)(?:\s+#+)?\s*$/;
const SPACED = /^(#{1,6})\u00a0+(\S[^\n]*)$/;

/** Headings without a space after their sign (`#Title`), as Python-Markdown knows them. */
export function tightHeadings(md: MarkdownIt): void {
  md.block.ruler.before(
    'heading',
    'tight_heading',
    (state, startLine, _endLine, silent) => {
      const text = readMarkerLine(state, startLine) ?? '';
      const [, sign, title] = HEADING.exec(text) ?? SPACED.exec(text) ?? [];
      if (!sign || silent) {
        return Boolean(sign);
      }
      const tag = `h${sign.length}`;
      const open = state.push('heading_open', tag, 1);
      open.markup = sign;
      open.map = [startLine, startLine + 1];
      const inline = state.push('inline', '', 0);
      inline.content = title.trim();
      inline.map = [startLine, startLine + 1];
      inline.children = [];
      state.push('heading_close', tag, -1).markup = sign;
      state.line = startLine + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}
