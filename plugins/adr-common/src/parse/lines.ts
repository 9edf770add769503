/** Splits a text into lines, each with its own ending, so that joining them gives the text back to the byte. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** A line without its ending. */
export function withoutEnding(line: string): string {
  return line.replace(/(?:\r\n|\r|\n)$/, '');
}

/** The ending of a line; empty for the last line of a text that has none. */
export function endingOf(line: string): string {
  return /(?:\r\n|\r|\n)$/.exec(line)?.[0] ?? '';
}

/** The line ending that a text uses. */
export function usualEnding(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
