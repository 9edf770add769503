import type { StateBlock } from './markdownItTypes';

/** Python-Markdown's width of one nesting level. */
const INDENT = 4;

/** The text of a line without its indentation, or nothing when the line is an indented code block. */
export function readMarkerLine(
  state: StateBlock,
  line: number,
): string | undefined {
  const indent = state.sCount[line] - state.blkIndent;
  if (indent < 0 || indent >= INDENT) {
    return undefined;
  }
  const start = state.bMarks[line] + state.tShift[line];
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}

/** Finds the line after a block whose content is indented by four spaces below its marker line. */
export function findBlockEnd(
  state: StateBlock,
  markerLine: number,
  endLine: number,
  firstLine = markerLine + 1,
): number {
  const minimum = state.sCount[markerLine] + INDENT;
  let end = firstLine;
  for (let line = end; line < endLine; line += 1) {
    if (!state.isEmpty(line)) {
      if (state.sCount[line] < minimum) {
        break;
      }
      end = line + 1;
    }
  }
  return end;
}

/** Parses the indented content of a block as Markdown of its own. */
export function parseBlockContent(
  state: StateBlock,
  markerLine: number,
  end: number,
  firstLine = markerLine + 1,
): void {
  parseLines(state, {
    start: firstLine,
    end,
    indent: state.sCount[markerLine] + INDENT,
  });
}

/** Lines of a page and how far they are indented at least. */
export interface LineRange {
  start: number;
  end: number;
  indent?: number;
}

/** Parses lines inside a block as Markdown of their own. */
export function parseLines(
  state: StateBlock,
  { start, end, indent = state.blkIndent }: LineRange,
): void {
  const { blkIndent, lineMax, listIndent, parentType } = state;
  state.blkIndent = indent;
  state.lineMax = end;
  state.listIndent = -1;
  // Any type other than paragraph: content may start with every kind of block.
  state.parentType = 'blockquote';
  state.md.block.tokenize(state, start, end);
  Object.assign(state, { blkIndent, lineMax, listIndent, parentType });
  state.line = end;
}
