import { buildOutline, type OutlineNode } from '../markdown/outline';
import { escapeHtml } from './escapeHtml';
import type { Page } from './Page';

/** Which headings the contents column shows, and under which title. */
export interface ContentsOptions {
  contentsLevels: { first: number; last: number };
  contentsTitle?: string;
}

/** The contents column of a page: its headings below the title. */
export function renderContents(page: Page, options: ContentsOptions): string {
  const { first: from, last: to } = options.contentsLevels;
  const [first, ...others] = buildOutline(
    page.headings.filter(({ level }) => level >= from && level <= to),
  );
  if (!first) {
    return '';
  }
  const isTitle = first.level === 1;
  const nodes = isTitle ? [...first.children, ...others] : [first, ...others];
  if (!nodes.length) {
    return '';
  }
  const title = escapeHtml(options.contentsTitle ?? 'Table of contents');
  return (
    `<label class="md-nav__title" for="__toc">${title}</label>` +
    `<ul class="md-nav__list" data-md-component="toc">${nodes
      .map(renderNode)
      .join('')}</ul>`
  );
}

function renderNode({ id, text, children }: OutlineNode): string {
  const nested = children.length
    ? `<nav class="md-nav" aria-label="${escapeHtml(
        text,
      )}"><ul class="md-nav__list">${children
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
