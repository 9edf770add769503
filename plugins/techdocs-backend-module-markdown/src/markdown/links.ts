import type MarkdownIt from 'markdown-it';
import { pageOf } from './PageContext';

const REFERENCES: Record<string, string> = { link_open: 'href', image: 'src' };

/** Rewrites the links and images of a page to addresses of the built site and records the broken ones. */
export function links(md: MarkdownIt): void {
  md.core.ruler.push('links', state => {
    const page = pageOf(state.env);
    for (const token of state.tokens) {
      for (const child of token.children ?? []) {
        const attribute = REFERENCES[child.type];
        const written = attribute && child.attrGet(attribute);
        if (written) {
          const { href, problem } = page.resolveLink(written);
          child.attrSet(attribute, href);
          if (problem) {
            const line = token.map ? `line ${token.map[0] + 1}: ` : '';
            page.problems.push(`${line}${problem}`);
          }
        }
      }
    }
  });
}
