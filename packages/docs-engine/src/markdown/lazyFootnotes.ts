import type MarkdownIt from 'markdown-it';
import { readMarkerLine } from './indentedBlock';

const NOTE = /^\[\^[^\]\s]+\]:/;
/** Python-Markdown's width of one nesting level, which the footnote plugin asks for. */
const INDENT = 4;

/** Lets a footnote go on in the lines right below it, however far they are indented. */
export function lazyFootnotes(md: MarkdownIt): void {
  md.block.ruler.before(
    'footnote_def',
    'lazy_footnote',
    (state, startLine, endLine, silent) => {
      if (silent || !NOTE.test(readMarkerLine(state, startLine) ?? '')) {
        return false;
      }
      for (let line = startLine + 1; line < endLine; line += 1) {
        const text = readMarkerLine(state, line);
        if (state.isEmpty(line) || NOTE.test(text ?? '')) {
          break;
        }
        state.sCount[line] = Math.max(
          state.sCount[line],
          state.blkIndent + INDENT,
        );
      }
      return false;
    },
  );
}
