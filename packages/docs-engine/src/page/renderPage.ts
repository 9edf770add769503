import { relativeUrl } from '../source/urls';
import { escapeHtml } from './escapeHtml';
import type { Page } from './Page';
import { type ContentsOptions, renderContents } from './renderContents';
import { renderFooter, type Neighbours } from './renderFooter';
import type { NavigationRenderer } from './NavigationRenderer';

/** What surrounds the text of a page. */
export interface PageFrame {
  siteName: string;
  /** The page that the site opens with. */
  isHome: boolean;
  navigation: NavigationRenderer;
  contents: ContentsOptions;
  neighbours: Neighbours;
  /** Path of the style sheet below the site. */
  stylesheet: string;
  editUrl?: string;
}

const PENCIL =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 20v-4L16 4l4 4L8 20H4zm2-2h1L17 8l-1-1L6 17v1z"/></svg>';

/**
 * The HTML document of a page.
 *
 * @remarks Element names, classes and `data-md-*` attributes are those of mkdocs-material that the TechDocs reader and
 * its addons look for; it removes the header, all scripts and all inline styles.
 */
export function renderPage(page: Page, frame: PageFrame): string {
  const { siteName, navigation, neighbours, stylesheet } = frame;
  const styles = escapeHtml(relativeUrl(page.url, stylesheet));
  const name = escapeHtml(siteName);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(
    documentTitle(page, frame),
  )}</title><link rel="stylesheet" href="${styles}"></head>
<body dir="ltr">
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off" aria-label="Navigation">
<label class="md-overlay" for="__drawer"></label>
<header class="md-header"><label class="md-header__button md-icon" for="__drawer"></label></header>
<div class="md-container">
<main class="md-main"><div class="md-main__inner md-grid">
${renderSidebar({
  kind: 'primary',
  type: 'navigation',
  label: 'Navigation',
  isHidden: page.frontMatter.hidesNavigation,
  content:
    `<label class="md-nav__title" for="__drawer">${name}</label>` +
    `<ul class="md-nav__list">${navigation.render(page)}</ul>`,
})}
${renderSidebar({
  kind: 'secondary',
  type: 'toc',
  label: 'Table of contents',
  isHidden: page.frontMatter.hidesContents,
  content: renderContents(page, frame.contents),
})}
<div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset">
${renderEditLink(frame.editUrl)}${renderTitle(page)}${page.html}
</article></div>
</div></main>
${renderFooter(page, neighbours)}
</div>
</body></html>
`;
}

/** The title of the browser's tab, made as mkdocs-material makes it. */
function documentTitle(page: Page, { siteName, isHome }: PageFrame): string {
  const title = page.frontMatter.title ?? (isHome ? undefined : page.title);
  return title ? `${title} - ${siteName}` : siteName;
}

function renderSidebar(sidebar: {
  kind: 'primary' | 'secondary';
  type: string;
  label: string;
  isHidden: boolean;
  content: string;
}): string {
  const { kind, type, label, isHidden, content } = sidebar;
  return (
    `<div class="md-sidebar md-sidebar--${kind}" data-md-component="sidebar" data-md-type="${type}"${
      isHidden ? ' hidden' : ''
    }>` +
    `<div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">` +
    `<nav class="md-nav md-nav--${kind}" aria-label="${label}">${content}</nav>` +
    `</div></div></div>`
  );
}

/** The title "Edit this page" also makes the reader offer a link for feedback, which needs the same address. */
function renderEditLink(editUrl: string | undefined): string {
  return editUrl
    ? `<a href="${escapeHtml(
        editUrl,
      )}" title="Edit this page" class="md-content__button md-icon">${PENCIL}</a>\n`
    : '';
}

function renderTitle(page: Page): string {
  return page.headings.some(({ level }) => level === 1) ||
    page.html.includes('<h1')
    ? ''
    : `<h1>${escapeHtml(page.title)}</h1>\n`;
}
