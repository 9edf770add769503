import type MarkdownIt from 'markdown-it';
import type { StateBlock } from './markdownItTypes';

const ORDERED = /^(\d{1,9}\.)( {1,4})\S/;
/** Spaces that make a line part of a list item in techdocs-core, wherever the text of the item begins. */
const INDENT = 2;

/**
 * Lets two spaces nest a block in an item of a numbered list, as techdocs-core does; CommonMark asks for as many as the
 * number is wide.
 */
export function looseLists(md: MarkdownIt): void {
  md.block.ruler.before(
    'list',
    'loose_list',
    (state, startLine, endLine, silent) => {
      if (!silent) {
        widenItems(state, startLine, endLine);
      }
      return false;
    },
  );
}

/** Moves the lines that belong to the items of a list to where their text begins; the text of the page stays as it is. */
function widenItems(
  state: StateBlock,
  startLine: number,
  endLine: number,
): void {
  const base = state.sCount[startLine];
  let content = readContentStart(state, startLine);
  if (content === undefined || base - state.blkIndent >= 4) {
    return;
  }
  for (let line = startLine + 1; line < endLine; line += 1) {
    const indent = state.sCount[line];
    if (state.isEmpty(line)) {
      continue;
    }
    if (indent < base + INDENT) {
      content = readContentStart(state, line);
      if (content === undefined || indent < base) {
        return;
      }
    } else if (indent < content) {
      state.sCount[line] = content;
    }
  }
}

/** Where the text of a numbered item begins. */
function readContentStart(state: StateBlock, line: number): number | undefined {
  const text = state.src.slice(
    state.bMarks[line] + state.tShift[line],
    state.eMarks[line],
  );
  const [, marker, spaces] = ORDERED.exec(text) ?? [];
  return marker === undefined
    ? undefined
    : state.sCount[line] + marker.length + spaces.length;
}
