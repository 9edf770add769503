import type { StateBlock } from './markdownItTypes';

/** Adds the title of a call-out: Markdown of one line. */
export function pushTitle(
  state: StateBlock,
  { tag, text, line }: { tag: 'p' | 'summary'; text: string; line: number },
): void {
  const open = state.push('admonition_title_open', tag, 1);
  if (tag === 'p') {
    open.attrSet('class', 'admonition-title');
  }
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push('admonition_title_close', tag, -1).block = true;
}
