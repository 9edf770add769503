import type MarkdownIt from 'markdown-it';
import { applyAttributes, parseAttributes } from './attributes';
import type { Token } from './markdownItTypes';
import { pageOf } from './PageContext';

/** Blocks whose text may end with an attribute list on the same line, as in Python-Markdown. */
const SAME_LINE = new Set(['heading_open', 'th_open', 'td_open', 'dt_open']);
const ELEMENT_ENDS = new Set(['image', 'code_inline']);

/**
 * Attribute lists (`{: .class }`, `{ #id }`) after a block, at the end of a heading, or right after an inline element.
 *
 * @remarks markdown-it-attrs reads `/users/{id}` at the end of a paragraph as a list and drops it; Python-Markdown does not.
 */
export function attributeLists(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'block_attributes', state => {
    const page = pageOf(state.env);
    state.tokens.forEach((token, index) => {
      if (token.type === 'inline' && readBlockList(state.tokens, index)) {
        page.hasAttributeLists = true;
      }
    });
  });
  md.core.ruler.after('inline', 'inline_attributes', state => {
    for (const token of state.tokens) {
      const mayHaveLists =
        token.type === 'inline' && token.content.includes('{');
      if (mayHaveLists && readInlineLists(token.children ?? [])) {
        pageOf(state.env).hasAttributeLists = true;
      }
    }
  });
}

/** Tells whether there was a list. */
function readBlockList(tokens: Token[], index: number): boolean {
  const inline = tokens[index];
  const text = inline.content.trimEnd();
  const start = text.lastIndexOf('{');
  if (start <= 0 || !text.endsWith('}')) {
    return false;
  }
  const owner = findOwner(tokens, index, text.slice(0, start));
  const attributes = owner && parseAttributes(text.slice(start + 1, -1));
  if (!owner || !attributes) {
    return false;
  }
  applyAttributes(owner, attributes);
  inline.content = text.slice(0, start).trimEnd();
  return true;
}

function findOwner(
  tokens: Token[],
  index: number,
  before: string,
): Token | undefined {
  const open = tokens[index - 1];
  if (SAME_LINE.has(open.type)) {
    return before.endsWith(' ') ? open : undefined;
  }
  const isOwnLine = before.replace(/[ \t]+$/, '').endsWith('\n');
  if (open.type !== 'paragraph_open' || !isOwnLine) {
    return undefined;
  }
  const item = tokens[index - 2];
  return open.hidden && item?.type === 'list_item_open' ? item : open;
}

function readInlineLists(children: Token[]): boolean {
  const opened: Token[] = [];
  let hasLists = false;
  children.forEach((child, index) => {
    if (child.nesting === 1) {
      opened.push(child);
    }
    const element = child.nesting === -1 ? opened.pop() : child;
    const isElement = child.nesting === -1 || ELEMENT_ENDS.has(child.type);
    const next = children[index + 1];
    if (isElement && element && next?.type === 'text') {
      hasLists = takeLeadingList(next, element) || hasLists;
    }
  });
  return hasLists;
}

function takeLeadingList(text: Token, owner: Token): boolean {
  const end = text.content.startsWith('{') ? text.content.indexOf('}') : -1;
  const attributes =
    end > 0 ? parseAttributes(text.content.slice(1, end)) : undefined;
  if (!attributes) {
    return false;
  }
  applyAttributes(owner, attributes);
  text.content = text.content.slice(end + 1);
  return true;
}
