import { blankFrontMatter } from './frontMatter';
import { MAX_RECORD_LENGTH } from './parseDecision';

/** A longer line is no prose; the rest of it is left out. */
const MAX_LINE_LENGTH = 5_000;

const FENCE = /^\s{0,3}(?:```|~~~)/;
const TITLE = /^# /;
const RULE = /^[\s|:*_=-]+$/;
/** What begins a heading, a quotation, an item or a row. */
const BEGIN = /^\s*(?:#{2,6} |> ?|[-*+] |\d{1,9}[.)] |\|)\s*/;

/** Takes the marks out of a line; each expression passes over it once. */
function unmark(line: string): string {
  return line
    .slice(0, MAX_LINE_LENGTH)
    .replace(BEGIN, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`]|__|~~/g, '')
    .replace(/\|/g, ' ');
}

/**
 * The words of a record as somebody reads them, for an index or an excerpt: no front matter, title, marks or code.
 *
 * @remarks
 * An index takes up thousands of records at a time, so this looks at lines only; `parseDecision` takes ten times as long.
 */
export function readableText(text: string): string {
  if (text.length > MAX_RECORD_LENGTH) return '';
  const words: string[] = [];
  let isCode = false;
  let hasTitle = false;
  for (const line of blankFrontMatter(text).split(/\r?\n/)) {
    const isFence = FENCE.test(line);
    const isTitle = !hasTitle && TITLE.test(line);
    if (isFence) isCode = !isCode;
    else if (isTitle) hasTitle = true;
    else if (!isCode && !RULE.test(line)) words.push(unmark(line));
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
