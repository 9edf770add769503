import fs from 'node:fs';
import { LIMITS } from '../config/limits';
import type { MarkdownOptions } from '../config/MarkdownOptions';
import { splitFrontMatter } from '../markdown/frontMatter';
import { MarkdownRenderer } from '../markdown/MarkdownRenderer';
import type { PageFault, RenderedPage } from '../page/Page';
import { readSections } from '../search/readSections';
import type { LinkResolver } from '../source/createLinkResolver';
import type { SourceFile } from '../source/listFiles';

/** Turns source files into pages, one at a time. */
export class PageRenderer {
  readonly #markdown: MarkdownRenderer;
  readonly #links: LinkResolver;

  static create(options: MarkdownOptions, links: LinkResolver): PageRenderer {
    return new PageRenderer(MarkdownRenderer.create(options), links);
  }

  private constructor(markdown: MarkdownRenderer, links: LinkResolver) {
    this.#markdown = markdown;
    this.#links = links;
  }

  /** Renders the text of a file. */
  render(file: string, text: string): RenderedPage {
    const { frontMatter, body, problems } = splitFrontMatter(text);
    const { html, context, openingTitle } = this.#markdown.render(body, {
      file,
      links: this.#links,
    });
    if (html.length > LIMITS.pageHtmlCharacters) {
      return this.renderRefusal(
        file,
        `becomes ${html.length} characters of HTML; the limit is ${LIMITS.pageHtmlCharacters}, split it into several pages`,
      );
    }
    const faults = problems.map(
      (message): PageFault => ({ kind: 'configuration', line: 1, message }),
    );
    return {
      file,
      html,
      headings: context.headings,
      openingTitle,
      frontMatter,
      references: context.references,
      faults: [...faults, ...context.faults],
      ...readSections(html),
    };
  }

  /** Renders a page that says why the file is not shown. */
  renderRefusal(file: string, reason: string): RenderedPage {
    const page = this.render(
      file,
      `!!! failure "This page cannot be shown"\n    It ${reason}.\n`,
    );
    return { ...page, faults: [{ kind: 'refused-file', message: reason }] };
  }
}

/** Reads the text of a page; what is not UTF-8 is shown with replacement characters, as browsers do. */
export function readPageText(file: SourceFile): string {
  return fs.readFileSync(file.absolutePath, 'utf8');
}
