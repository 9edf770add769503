import MarkdownIt from 'markdown-it';
import type { MarkdownOptions } from '../config/MarkdownOptions';
import type { Token } from './markdownItTypes';
import { createPageContext, type PageContext } from './PageContext';
import { sanitize } from './sanitize';
import { SYNTAX } from './syntax';

/** A Markdown text as safe HTML, and what was found in it. */
export interface RenderedMarkdown {
  html: string;
  context: PageContext;
  /** The text of a first-level heading that opens the page. */
  openingTitle?: string;
}

/** Renders Markdown as techdocs-core users write it to safe HTML. */
export class MarkdownRenderer {
  readonly #md: MarkdownIt;
  readonly #options: MarkdownOptions;

  static create(options: MarkdownOptions): MarkdownRenderer {
    const md = new MarkdownIt({
      html: true,
      xhtmlOut: true,
      breaks: options.keepsLineBreaks,
      typographer: options.hasTypography,
    });
    SYNTAX.forEach(extension => md.use(extension));
    return new MarkdownRenderer(md, options);
  }

  private constructor(md: MarkdownIt, options: MarkdownOptions) {
    this.#md = md;
    this.#options = options;
  }

  render(
    text: string,
    surroundings: Pick<PageContext, 'file' | 'links'>,
  ): RenderedMarkdown {
    const context = createPageContext({
      ...surroundings,
      options: this.#options,
    });
    const env = { page: context };
    const tokens = this.#md.parse(text, env);
    const isOurs = isOwnHtml(tokens, context);
    if (isOurs) {
      context.listings.leaveInPlace();
    }
    const html = this.#md.renderer.render(tokens, this.#md.options, env);
    const opensWithTitle =
      tokens[0]?.type === 'heading_open' && tokens[0].tag === 'h1';
    return {
      html: isOurs ? html : context.listings.restore(sanitize(html)),
      context,
      openingTitle: opensWithTitle ? context.headings[0].text : undefined,
    };
  }
}

/**
 * Tells a page whose HTML is all made here, from text that is escaped and addresses that are checked.
 *
 * @remarks The sanitizer would leave such a page as it is, and takes as long as everything else together. Whatever an
 * author writes as HTML, or names as an attribute, goes through it.
 */
function isOwnHtml(tokens: Token[], context: PageContext): boolean {
  const isHtml = ({ type }: Token) =>
    type === 'html_block' || type === 'html_inline';
  return (
    !context.hasAttributeLists &&
    !tokens.some(token => isHtml(token) || token.children?.some(isHtml))
  );
}
