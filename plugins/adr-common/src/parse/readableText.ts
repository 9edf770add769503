import { type Block } from './blocks';
import { MAX_RECORD_LENGTH, readSource } from './parseDecision';

function wordsOf(block: Block): string {
  return block.kind === 'row'
    ? block.cells.map(({ text }) => text).join(' ')
    : block.words.text;
}

/** The words of a record as somebody reads them, for an index or an excerpt: no front matter, marks, markup or code. */
export function readableText(text: string): string {
  if (text.length > MAX_RECORD_LENGTH) return '';
  const { parts } = readSource(text);
  return parts
    .flatMap(({ heading, blocks }) => [
      // The title stands beside the text wherever the text is shown.
      ...(heading && heading.level > 1 ? [heading.words.text] : []),
      ...blocks.map(wordsOf),
    ])
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
