import {
  DEFAULT_MARKDOWN_OPTIONS,
  type MarkdownOptions,
} from '../config/MarkdownOptions';
import {
  MarkdownRenderer,
  type RenderedMarkdown,
} from '../markdown/MarkdownRenderer';
import type { LinkResolver } from '../source/createLinkResolver';

/** Leaves every reference as it is written. */
export const plainLinks: LinkResolver = {
  resolve: href => ({ href }),
  locate: href => ({ href }),
};

/** Renders lines of Markdown with the options of a site. */
export function renderMarkdown(
  lines: string[],
  options: Partial<MarkdownOptions> = {},
  links: LinkResolver = plainLinks,
): RenderedMarkdown {
  return MarkdownRenderer.create({
    ...DEFAULT_MARKDOWN_OPTIONS,
    ...options,
  }).render(lines.join('\n'), { file: 'page.md', links });
}

const renderer = MarkdownRenderer.create(DEFAULT_MARKDOWN_OPTIONS);

/** The HTML of lines of Markdown, without the space between its tags. */
export function htmlOf(...lines: string[]): string {
  const { html } = renderer.render(lines.join('\n'), {
    file: 'page.md',
    links: plainLinks,
  });
  return html.replace(/>\n+</g, '><').trim();
}
