import type MarkdownIt from 'markdown-it';

/**
 * Leaves asterisks inside a word alone (`2*3*4`), as techdocs-core does; CommonMark would emphasise a part of the word.
 */
export function wordEmphasis(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    scanDelims(start: number, canSplitWord: boolean) {
      const isAsterisk = this.src[start] === '*';
      return super.scanDelims(start, canSplitWord && !isAsterisk);
    }
  };
}
