import type { StateBlock } from './markdownItTypes';

/** Lines of a page, the last one excluded. */
export interface Lines {
  startLine: number;
  endLine: number;
}

/** The text of a line without its indentation. */
export function lineText(state: StateBlock, line: number): string {
  const start = state.bMarks[line] + state.tShift[line];
  return state.src.slice(start, state.eMarks[line]);
}

/** The text of lines without the indentation of the block that they are in. */
export function linesText(state: StateBlock, lines: Lines): string {
  const { startLine, endLine } = lines;
  return state.getLines(startLine, endLine, state.blkIndent, false).trimStart();
}

/** Takes lines over as HTML. */
export function pushHtmlLines(state: StateBlock, lines: Lines): void {
  const { startLine, endLine } = lines;
  state.line = endLine;
  const token = state.push('html_block', '', 0);
  token.map = [startLine, endLine];
  token.content = state.getLines(startLine, endLine, state.blkIndent, true);
}

/** Adds HTML that is a part of a line. */
export function pushHtml(state: StateBlock, html: string, line: number): void {
  const token = state.push('html_block', '', 0);
  token.map = [line, line + 1];
  token.content = html;
}
