import MarkdownIt from 'markdown-it';
import definitionLists from 'markdown-it-deflist';
import { full as emoji } from 'markdown-it-emoji';
import { abbreviations } from './abbreviations';
import { admonitions } from './admonitions';
import { attributeLists } from './attributeLists';
import { fences } from './fences';
import { footnotes } from './footnotes';
import { headings } from './headings';
import { links } from './links';
import {
  createPageContext,
  type Heading,
  type LinkTarget,
} from './PageContext';
import { sanitize } from './sanitize';
import { tables } from './tables';
import { tabs } from './tabs';
import { taskLists } from './taskLists';
import { tocMarker } from './tocMarker';

/** A Markdown text as safe HTML with its outline. */
export interface RenderedMarkdown {
  html: string;
  headings: Heading[];
  /** The text of a first-level heading that opens the page. */
  openingTitle?: string;
  problems: string[];
}

/** Renders Markdown as techdocs-core users write it to safe HTML. */
export class MarkdownRenderer {
  readonly #md: MarkdownIt;

  static create(): MarkdownRenderer {
    const md = new MarkdownIt({ html: true, linkify: true });
    // `file.md` and `name@host` in running text are names, not links.
    md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
    md.renderer.rules.s_open = () => '<del>';
    md.renderer.rules.s_close = () => '</del>';
    md.use(definitionLists)
      .use(footnotes)
      .use(abbreviations)
      .use(emoji, { shortcuts: {} })
      .use(attributeLists)
      .use(admonitions)
      .use(tabs)
      .use(fences)
      .use(tables)
      .use(taskLists)
      .use(headings)
      .use(links)
      .use(tocMarker);
    return new MarkdownRenderer(md);
  }

  private constructor(md: MarkdownIt) {
    this.#md = md;
  }

  render(
    text: string,
    resolveLink: (href: string) => LinkTarget,
  ): RenderedMarkdown {
    const page = createPageContext(resolveLink);
    const env = { page };
    const tokens = this.#md.parse(text, env);
    const html = this.#md.renderer.render(tokens, this.#md.options, env);
    const opensWithTitle =
      tokens[0]?.type === 'heading_open' && tokens[0].tag === 'h1';
    return {
      html: page.listings.restore(sanitize(html)),
      headings: page.headings,
      openingTitle: opensWithTitle ? page.headings[0].text : undefined,
      problems: page.problems,
    };
  }
}
