import type MarkdownIt from 'markdown-it';
import { LIMITS } from '../config/limits';
import {
  findBlockEnd,
  parseBlockContent,
  readMarkerLine,
} from './indentedBlock';
import { pageOf } from './PageContext';
import type { StateBlock, Token } from './markdownItTypes';

interface Tab {
  label: string;
  start: number;
  end: number;
}

/** `=== "Label"`; `!` starts a new set, `+` selects a tab, both only matter to the first line. */
const MARKER = /^===([!+]{0,2}) "(.*)"$/;

/**
 * Content tabs (`=== "Label"` with indented content).
 *
 * @remarks Written as radio buttons, which the TechDocs reader and the style sheet turn into tabs without a script.
 */
export function tabs(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'tabs',
    (state, startLine, endLine, silent) => {
      const isTab = readLabel(state, startLine) !== undefined;
      if (!isTab || silent) {
        return isTab;
      }
      const set = collectTabs(state, startLine, endLine);
      const page = pageOf(state.env);
      page.tabSets += 1;
      pushControls(state, set, page.tabSets);
      openBox(state, 'tabbed-content');
      for (const tab of set) {
        openBox(state, 'tabbed-block');
        parseBlockContent(state, tab.start, tab.end);
        closeBox(state);
      }
      closeBox(state);
      closeBox(state);
      state.line = set[set.length - 1].end;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

function readLabel(
  state: StateBlock,
  line: number,
): { label: string; isNewSet: boolean } | undefined {
  const match = MARKER.exec(readMarkerLine(state, line) ?? '');
  return match
    ? { label: match[2], isNewSet: match[1].includes('!') }
    : undefined;
}

function collectTabs(
  state: StateBlock,
  startLine: number,
  endLine: number,
): Tab[] {
  const set: Tab[] = [];
  let line = startLine;
  while (line < endLine && set.length < LIMITS.tabs) {
    const marker = readLabel(state, line);
    if (!marker || (set.length && marker.isNewSet)) {
      break;
    }
    const end = findBlockEnd(state, line, endLine);
    set.push({ label: marker.label, start: line, end });
    line = end;
    while (line < endLine && state.isEmpty(line)) {
      line += 1;
    }
  }
  return set;
}

function pushControls(state: StateBlock, set: Tab[], number: number): void {
  const name = `__tabbed_${number}`;
  const box = openBox(state, 'tabbed-set tabbed-alternate');
  box.attrSet('data-tabs', `${number}:${set.length}`);
  set.forEach((_tab, index) => {
    const input = state.push('tab_input', 'input', 0);
    input.attrSet('type', 'radio');
    input.attrSet('name', name);
    input.attrSet('id', `${name}_${index + 1}`);
    if (index === 0) {
      input.attrSet('checked', 'checked');
    }
  });
  openBox(state, 'tabbed-labels');
  set.forEach(({ label, start }, index) => {
    const open = state.push('tab_label_open', 'label', 1);
    open.attrSet('for', `${name}_${index + 1}`);
    const inline = state.push('inline', '', 0);
    inline.content = label;
    inline.map = [start, start + 1];
    inline.children = [];
    state.push('tab_label_close', 'label', -1);
  });
  closeBox(state);
}

function openBox(state: StateBlock, className: string): Token {
  const token = state.push('tab_box_open', 'div', 1);
  token.block = true;
  token.attrSet('class', className);
  return token;
}

function closeBox(state: StateBlock): void {
  state.push('tab_box_close', 'div', -1).block = true;
}
