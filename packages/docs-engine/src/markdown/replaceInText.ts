import type { StateCore, Token } from './markdownItTypes';

/** Makes the tokens that stand for one match of a pattern. */
export type Replacement = (
  match: RegExpMatchArray,
  TokenClass: StateCore['Token'],
) => Token[];

/** Where a pattern is looked for. */
export interface TextPattern {
  /** With the flag `g`. */
  pattern: RegExp;
  replacement: Replacement;
  /** Text of links is left alone. */
  isOutsideLinks?: boolean;
}

/** Replaces what a pattern finds in the text of a page, which is neither code nor HTML. */
export function replaceInText(state: StateCore, rule: TextPattern): void {
  for (const token of state.tokens) {
    if (token.type !== 'inline' || !token.children) {
      continue;
    }
    // Most lines hold nothing of the kind, and their parts need not be looked at.
    if (token.content.search(rule.pattern) >= 0) {
      token.children = replaceInChildren(state, token.children, rule);
    }
  }
}

function replaceInChildren(
  state: StateCore,
  children: Token[],
  rule: TextPattern,
): Token[] {
  let linkDepth = 0;
  let hasChanged = false;
  const replaced = children.flatMap(child => {
    if (child.type.startsWith('link_')) {
      linkDepth += child.nesting;
    }
    const isText = child.type === 'text' && child.content !== '';
    if (!isText || (linkDepth > 0 && rule.isOutsideLinks)) {
      return [child];
    }
    const parts = split(state, child, rule);
    hasChanged ||= parts.length > 1 || parts[0] !== child;
    return parts;
  });
  return hasChanged ? replaced : children;
}

function split(state: StateCore, text: Token, rule: TextPattern): Token[] {
  const { content, level } = text;
  const parts: Token[] = [];
  let end = 0;
  for (const match of content.matchAll(rule.pattern)) {
    pushText(state, parts, content.slice(end, match.index));
    parts.push(...rule.replacement(match, state.Token));
    end = match.index + match[0].length;
  }
  if (!parts.length) {
    return [text];
  }
  pushText(state, parts, content.slice(end));
  parts.forEach(part => {
    part.level = level;
  });
  return parts;
}

function pushText(state: StateCore, parts: Token[], content: string): void {
  if (content) {
    parts.push(createText(state.Token, content));
  }
}

/** A token of plain text. */
export function createText(
  TokenClass: StateCore['Token'],
  content: string,
): Token {
  const token = new TokenClass('text', '', 0);
  token.content = content;
  return token;
}

/** The tokens of an element around a text. */
export function createElement(
  TokenClass: StateCore['Token'],
  element: { type: string; tag: string; text: string },
): Token[] {
  return [
    new TokenClass(`${element.type}_open`, element.tag, 1),
    createText(TokenClass, element.text),
    new TokenClass(`${element.type}_close`, element.tag, -1),
  ];
}

/** The tokens of a link around a text. */
export function createLink(
  TokenClass: StateCore['Token'],
  href: string,
  text: string,
): Token[] {
  const open = new TokenClass('link_open', 'a', 1);
  open.attrs = [['href', href]];
  const close = new TokenClass('link_close', 'a', -1);
  return [open, createText(TokenClass, text), close];
}
