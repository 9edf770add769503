import type MarkdownIt from 'markdown-it';
import { highlight } from './highlight';
import { pageOf } from './PageContext';

/** A language before the code of a line: `#!python print(x)` or `:::python print(x)`. */
const LANGUAGE = /^(?:#!|:::+)([\w#.+-]+)[ \t]+(?=\S)/;

/** Code within a line of text, in colours when it begins with its language. */
export function inlineCode(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;

  md.core.ruler.after('inline', 'inline_code', state => {
    for (const { children } of state.tokens) {
      for (const child of children ?? []) {
        if (child.type === 'code_inline') {
          const text = child.content.trim();
          const [mark, language] = LANGUAGE.exec(text) ?? [];
          child.content = mark ? text.slice(mark.length) : text;
          child.info = language ?? '';
        }
      }
    }
  });

  md.renderer.rules.code_inline = (tokens, index, _options, env, self) => {
    const token = tokens[index];
    const { content, info } = token;
    const code = info ? highlight(content, info.toLowerCase()) : undefined;
    const attributes = self.renderAttrs(token);
    return code === undefined
      ? `<code${attributes}>${escapeHtml(content)}</code>`
      : pageOf(env).listings.keep(
          code,
          `class="highlight language-${escapeHtml(info)}"`,
        );
  };
}
