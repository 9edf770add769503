/** The lines that an address marks: `#L10` or `#L10-L20`. */
export function parseLineAnchor(
  hash: string,
): { first: number; last: number } | undefined {
  const match = /^#L([1-9]\d{0,6})(?:-L?([1-9]\d{0,6}))?$/.exec(hash);
  if (!match) {
    return undefined;
  }
  const ends = [Number(match[1]), Number(match[2] ?? match[1])];
  return { first: Math.min(...ends), last: Math.max(...ends) };
}
