import type MarkdownIt from 'markdown-it';
import { pageOf } from './PageContext';
import { plainText } from './plainText';
import { slugify } from './slugify';
import { UniqueIds } from './UniqueIds';
import type { StateCore, Token } from './markdownItTypes';

/** Gives every heading an id and a link to itself, and records the outline of the page. */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push('headings', state => {
    const page = pageOf(state.env);
    const found = findHeadings(state.tokens);
    const ids = UniqueIds.create(
      found.flatMap(({ open }) => String(open.attrGet('id') ?? '') || []),
    );
    for (const { open, inline } of found) {
      const text = plainText(inline);
      const id = open.attrGet('id') ?? ids.take(slugify(text));
      open.attrSet('id', id);
      page.headings.push({ level: Number(open.tag.slice(1)), id, text });
      inline.children?.push(createHeaderLink(state, id));
    }
  });
}

function findHeadings(tokens: Token[]) {
  return tokens.flatMap((open, index) =>
    open.type === 'heading_open' ? [{ open, inline: tokens[index + 1] }] : [],
  );
}

function createHeaderLink(state: StateCore, id: string): Token {
  const token = new state.Token('html_inline', '', 0);
  const href = state.md.utils.escapeHtml(`#${id}`);
  token.content = `<a class="headerlink" href="${href}" title="Permanent link">&para;</a>`;
  return token;
}
