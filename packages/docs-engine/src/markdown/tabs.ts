import type MarkdownIt from 'markdown-it';
import { LIMITS } from '../config/limits';
import {
  findBlockEnd,
  parseBlockContent,
  readMarkerLine,
} from './indentedBlock';
import type { StateBlock } from './markdownItTypes';
import { pushTabSet, type Tab } from './tabSet';

/** `=== "Label"`; `!` starts a new set, `+` selects a tab. */
const MARKER = /^===([!+]{0,2}) (?:"(.*)"|'(.*)')$/;

/** Content tabs (`=== "Label"` with indented content). */
export function tabs(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'tabs',
    (state, startLine, endLine, silent) => {
      const isTab = readMarker(state, startLine) !== undefined;
      if (!isTab || silent) {
        return isTab;
      }
      const { set, end } = collectTabs(state, startLine, endLine);
      pushTabSet(state, set);
      state.line = end;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

function readMarker(state: StateBlock, line: number) {
  const match = MARKER.exec(readMarkerLine(state, line) ?? '');
  return match ? { signs: match[1], label: match[2] ?? match[3] } : undefined;
}

function collectTabs(state: StateBlock, startLine: number, endLine: number) {
  const set: Tab[] = [];
  let line = startLine;
  let end = startLine;
  while (line < endLine && set.length < LIMITS.tabs) {
    const marker = readMarker(state, line);
    if (!marker || (set.length && marker.signs.includes('!'))) {
      break;
    }
    const start = line;
    const last = findBlockEnd(state, start, endLine);
    set.push({
      label: marker.label,
      line: start,
      isSelected: marker.signs.includes('+'),
      parse: () => parseBlockContent(state, start, last),
    });
    end = last;
    line = last;
    while (line < endLine && state.isEmpty(line)) {
      line += 1;
    }
  }
  return { set, end };
}
