import type MarkdownIt from 'markdown-it';
import { pageOf } from './PageContext';
import { plainText } from './plainText';
import { createText } from './replaceInText';
import { slugify } from './slugify';
import { UniqueIds } from './UniqueIds';
import type { StateCore, Token } from './markdownItTypes';

/** Gives every heading an id and a link to itself, and records the outline of the page. */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push('headings', state => {
    const { headings: outline, options } = pageOf(state.env);
    const found = findHeadings(state.tokens);
    const ids = UniqueIds.create(
      found.flatMap(({ open }) => String(open.attrGet('id') ?? '') || []),
    );
    for (const { open, inline } of found) {
      const text = plainText(inline);
      const id = open.attrGet('id') ?? ids.take(slugify(text, options.slugs));
      open.attrSet('id', id);
      outline.push({ level: Number(open.tag.slice(1)), id, text });
      if (options.permalink) {
        inline.children?.push(...createLink(state, id, options.permalink));
      }
    }
  });
}

function findHeadings(tokens: Token[]) {
  return tokens.flatMap((open, index) =>
    open.type === 'heading_open' ? [{ open, inline: tokens[index + 1] }] : [],
  );
}

function createLink(state: StateCore, id: string, sign: string): Token[] {
  const open = new state.Token('headerlink_open', 'a', 1);
  open.attrs = [
    ['class', 'headerlink'],
    ['href', `#${id}`],
    ['title', 'Permanent link'],
  ];
  const close = new state.Token('headerlink_close', 'a', -1);
  return [open, createText(state.Token, sign), close];
}
