const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text to a number of characters as people count them, and shows that something is missing.
 * @remarks It shows how a function of this library looks: exported, documented, tested. Put yours beside it.
 */
export function shorten(text: string, length: number): string {
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`A text cannot be cut to ${length} characters: at least the ellipsis has to fit`);
  }
  const characters = Array.from(segmenter.segment(text), ({ segment }) => segment);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
