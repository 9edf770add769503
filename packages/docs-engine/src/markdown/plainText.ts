import type { Token } from './markdownItTypes';

const TEXT_TYPES = new Set(['text', 'code_inline', 'emoji']);
const BREAK_TYPES = new Set(['softbreak', 'hardbreak']);

/** The visible text of an inline token, without markup. */
export function plainText(inline: Token): string {
  return (inline.children ?? [])
    .map(child => {
      if (TEXT_TYPES.has(child.type)) {
        return child.content;
      }
      return BREAK_TYPES.has(child.type) ? ' ' : '';
    })
    .join('')
    .trim();
}
