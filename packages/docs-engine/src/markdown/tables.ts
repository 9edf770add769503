import type MarkdownIt from 'markdown-it';

/** Puts every table into a box of its own that scrolls sideways and can be reached with the keyboard. */
export function tables(md: MarkdownIt): void {
  md.renderer.rules.table_open = (tokens, index, options, _env, self) =>
    `<div class="md-typeset__scrollwrap" tabindex="0" role="group" aria-label="Table"><div class="md-typeset__table">${self.renderToken(
      tokens,
      index,
      options,
    )}`;
  md.renderer.rules.table_close = () => '</table></div></div>\n';
}
