import type { StateBlock, Token } from './markdownItTypes';
import { pageOf } from './PageContext';

/** One tab: its label, the line it stands on, and what reads its content. */
export interface Tab {
  label: string;
  line: number;
  isSelected?: boolean;
  parse(): void;
}

/** Writes tabs as radio buttons, which the TechDocs reader and the style sheet turn into tabs without a script. */
export function pushTabSet(state: StateBlock, tabs: Tab[]): void {
  const page = pageOf(state.env);
  page.tabSets += 1;
  pushControls(state, tabs, page.tabSets);
  openBox(state, 'tabbed-content');
  for (const tab of tabs) {
    openBox(state, 'tabbed-block');
    tab.parse();
    closeBox(state);
  }
  closeBox(state);
  closeBox(state);
}

function pushControls(state: StateBlock, tabs: Tab[], number: number): void {
  const name = `__tabbed_${number}`;
  const box = openBox(state, 'tabbed-set tabbed-alternate');
  box.attrSet('data-tabs', `${number}:${tabs.length}`);
  const selected = Math.max(
    tabs.findIndex(({ isSelected }) => isSelected),
    0,
  );
  tabs.forEach((_tab, index) => {
    const input = state.push('tab_input', 'input', 0);
    input.attrSet('type', 'radio');
    input.attrSet('name', name);
    input.attrSet('id', `${name}_${index + 1}`);
    if (index === selected) {
      input.attrSet('checked', 'checked');
    }
  });
  openBox(state, 'tabbed-labels');
  tabs.forEach(({ label, line }, index) => {
    const open = state.push('tab_label_open', 'label', 1);
    open.attrSet('for', `${name}_${index + 1}`);
    const inline = state.push('inline', '', 0);
    inline.content = label;
    inline.map = [line, line + 1];
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
