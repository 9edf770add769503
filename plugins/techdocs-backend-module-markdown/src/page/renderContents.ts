import { buildOutline, type OutlineNode } from '../markdown/outline';
import { escapeHtml } from './escapeHtml';
import type { Page } from './Page';

/** The contents column of a page: its headings below the title. */
export function renderContents(page: Page): string {
  const [first, ...others] = buildOutline(page.headings);
  if (!first) {
    return '';
  }
  const isTitle = first.level === 1;
  const nodes = isTitle ? [...first.children, ...others] : [first, ...others];
  if (!nodes.length) {
    return '';
  }
  return (
    `<label class="md-nav__title" for="__toc">Table of contents</label>` +
    `<ul class="md-nav__list" data-md-component="toc">${nodes
      .map(renderNode)
      .join('')}</ul>`
  );
}

function renderNode({ id, text, children }: OutlineNode): string {
  const nested = children.length
    ? `<nav class="md-nav"><ul class="md-nav__list">${children
        .map(renderNode)
        .join('')}</ul></nav>`
    : '';
  return (
    `<li class="md-nav__item"><a href="#${escapeHtml(
      id,
    )}" class="md-nav__link">` +
    `<span class="md-ellipsis">${escapeHtml(text)}</span></a>${nested}</li>`
  );
}
