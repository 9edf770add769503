import type MarkdownIt from 'markdown-it';
import { buildOutline, type OutlineNode } from './outline';
import { pageOf } from './PageContext';

/** Replaces the first paragraph that says `[TOC]` with the contents of the page; one list is enough for any page. */
export function tocMarker(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;

  md.core.ruler.push('toc_marker', state => {
    let isDone = false;
    state.tokens.forEach((token, index) => {
      if (
        !isDone &&
        token.type === 'inline' &&
        token.content.trim() === '[TOC]'
      ) {
        const open = state.tokens[index - 1];
        const close = state.tokens[index + 1];
        if (open.type === 'paragraph_open') {
          isDone = true;
          open.hidden = true;
          close.hidden = true;
          token.children = [new state.Token('toc', '', 0)];
        }
      }
    });
  });

  md.renderer.rules.toc = (_tokens, _index, _options, env) => {
    const page = pageOf(env);
    return `<div class="toc">${renderList(buildOutline(page.headings))}</div>`;
  };

  function renderList(nodes: OutlineNode[]): string {
    const items = nodes.map(
      ({ id, text, children }) =>
        `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a>${
          children.length ? renderList(children) : ''
        }</li>`,
    );
    return `<ul>${items.join('')}</ul>`;
  }
}
