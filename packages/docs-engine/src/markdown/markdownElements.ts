import { type LeadingTag, readLeadingTag } from './htmlElements';
import { linesText, pushHtml } from './htmlLines';
import { parseLines } from './indentedBlock';
import type { StateBlock } from './markdownItTypes';

/** An element that its author asks to be read as Markdown. */
export interface MarkdownElement {
  tag: LeadingTag;
  startLine: number;
  /** The line of its closing tag. */
  close: number;
}

/** The element of a tag with `markdown`: its tags stay, what is between them becomes Markdown. */
export function pushMarkdownElement(
  state: StateBlock,
  { tag, startLine, close }: MarkdownElement,
): void {
  const source = linesText(state, { startLine, endLine: close + 1 });
  const end = source.toLowerCase().lastIndexOf(`</${tag.name}`);
  const inner = source.slice(tag.length, end);
  const isBare = tag.markdown === 'line';
  pushHtml(state, source.slice(0, tag.length), startLine);
  if (isBare || !inner.includes('\n')) {
    pushFragment(state, { text: inner.trim(), line: startLine, isBare });
  } else {
    const [first, ...rest] = inner.split('\n');
    const tagLines = source.slice(0, tag.length).split('\n').length;
    pushFragment(state, { text: first.trim(), line: startLine });
    parseIndented(state, startLine + tagLines, close);
    pushFragment(state, { text: (rest.at(-1) ?? '').trim(), line: close });
  }
  pushHtml(state, source.slice(end), close);
  state.line = close + 1;
}

interface Fragment {
  text: string;
  line: number;
  /** Whether it is no paragraph. */
  isBare?: boolean;
}

function pushFragment(
  state: StateBlock,
  { text, line, isBare = false }: Fragment,
): void {
  if (!text) {
    return;
  }
  if (!isBare && readLeadingTag(text)) {
    pushHtml(state, text, line);
    return;
  }
  const open = isBare ? undefined : state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.map = [line, line + 1];
  inline.children = [];
  if (open) {
    state.push('paragraph_close', 'p', -1);
  }
}

/** Parses lines whose common indentation only shows that they are inside an element. */
function parseIndented(state: StateBlock, start: number, end: number): void {
  const indents: number[] = [];
  for (let line = start; line < end; line += 1) {
    if (!state.isEmpty(line)) {
      indents.push(state.sCount[line]);
    }
  }
  if (indents.length) {
    const indent = Math.max(state.blkIndent, Math.min(...indents));
    parseLines(state, { start, end, indent });
  }
}
