import type MarkdownIt from 'markdown-it';
import type { Reference } from '../report/Reference';
import { findHtmlReferences } from './htmlReferences';
import type { Token } from './markdownItTypes';
import { type PageContext, pageOf } from './PageContext';
import { ALLOWED_SCHEMES } from './sanitize';

const REFERENCES: Record<
  string,
  { attribute: string; kind: Reference['kind'] } | undefined
> = {
  link_open: { attribute: 'href', kind: 'link' },
  image: { attribute: 'src', kind: 'image' },
};

/** Rewrites the links and images of a page to addresses of the built site and records where each leads. */
export function links(md: MarkdownIt): void {
  md.core.ruler.push('links', state => {
    const page = pageOf(state.env);
    for (const token of state.tokens) {
      const start = token.map ? token.map[0] + 1 : undefined;
      if (token.type === 'html_block') {
        recordHtml(page, token.content, start);
      }
      visitInline(page, token.children ?? [], start);
    }
  });
}

function visitInline(
  page: PageContext,
  children: Token[],
  start: number | undefined,
): void {
  let line = start;
  for (const child of children) {
    const { attribute, kind } = REFERENCES[child.type] ?? {};
    const written = attribute && child.attrGet(attribute);
    if (written && kind && !isAllowed(written, kind)) {
      child.attrs = (child.attrs ?? []).filter(([name]) => name !== attribute);
    } else if (written && kind) {
      const { href, ...target } = page.links.resolve(written, page.file);
      child.attrSet(attribute, href);
      page.references.push({ kind, written, line, href, ...target });
    } else if (child.type === 'html_inline') {
      recordHtml(page, child.content, line);
    }
    if (line !== undefined && /^(?:soft|hard)break$/.test(child.type)) {
      line += 1;
    }
  }
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** Addresses that a page may lead to; those that markdown-it refuses do not come here at all. */
function isAllowed(written: string, kind: Reference['kind']): boolean {
  const scheme = SCHEME.exec(written)?.[1].toLowerCase();
  return (
    scheme === undefined ||
    ALLOWED_SCHEMES.includes(scheme) ||
    (kind === 'image' && scheme === 'data')
  );
}

function recordHtml(page: PageContext, html: string, start?: number): void {
  for (const { kind, written, offset } of findHtmlReferences(html)) {
    const line =
      start === undefined ? undefined : start + countLines(html, offset);
    const located = page.links.locate(written, page.file);
    page.references.push({ kind, written, isHtml: true, line, ...located });
  }
}

function countLines(text: string, end: number): number {
  return text.slice(0, end).split('\n').length - 1;
}
