import type MarkdownIt from 'markdown-it';
import { LIMITS } from '../config/limits';
import { type LeadingTag, matchElements, readLeadingTag } from './htmlElements';
import { type Lines, lineText, linesText, pushHtmlLines } from './htmlLines';
import { parseLines } from './indentedBlock';
import { pushMarkdownElement } from './markdownElements';
import type { StateBlock } from './markdownItTypes';
import { pageOf } from './PageContext';

/** Comments, declarations and instructions, with the text that ends each. */
const SPECIAL: [RegExp, string][] = [
  [/^<!--/, '-->'],
  [/^<\?/, '?>'],
  [/^<!\[CDATA\[/, ']]>'],
  [/^<![a-z]/i, '>'],
];

const FENCE = /^(?:`{3,}|~{3,})/;

/** A tag may go on over a few lines; longer ones are no tags. */
const MAX_TAG_LINES = 40;

/**
 * HTML that stands as a block, as Python-Markdown reads it: a block element lasts until its closing tag, elements of a
 * line of text do not begin a block, and `markdown` in a tag makes its content Markdown.
 *
 * @remarks Other than Python-Markdown, and like GitHub, Markdown after a blank line is rendered in an element without
 * `markdown`, too; an author who leaves a blank line there means it.
 */
export function htmlBlocks(md: MarkdownIt): void {
  md.block.ruler.at(
    'html_block',
    (state, startLine, endLine, silent) =>
      parseHtmlBlock(state, { startLine, endLine }, silent),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
  md.block.ruler.before(
    'table',
    'indented_in_html',
    (state, startLine, endLine, silent) =>
      !silent && parseIndentedInHtml(state, { startLine, endLine }),
  );
}

/** In raw HTML, indentation shows nesting of elements and does not make code. */
function parseIndentedInHtml(
  state: StateBlock,
  { startLine, endLine }: Lines,
): boolean {
  const indent = state.sCount[startLine];
  const isInHtml = pageOf(state.env).rawHtmlDepth > 0;
  if (!isInHtml || indent - state.blkIndent < 4) {
    return false;
  }
  let end = startLine;
  while (end < endLine && (state.isEmpty(end) || state.sCount[end] >= indent)) {
    end += 1;
  }
  parseLines(state, { start: startLine, end, indent });
  return true;
}

function parseHtmlBlock(
  state: StateBlock,
  lines: Lines,
  silent: boolean,
): boolean {
  const { startLine, endLine } = lines;
  const isIndented = state.sCount[startLine] - state.blkIndent >= 4;
  const text = lineText(state, startLine);
  if (isIndented || !text.startsWith('<')) {
    return false;
  }
  const special = SPECIAL.find(([begin]) => begin.test(text));
  if (special) {
    const isBlock = !isTerm(state, lines);
    return isBlock && (silent || pushSpecial(state, lines, special[1]));
  }
  const tag = readLeadingTag(
    linesText(state, {
      startLine,
      endLine: Math.min(endLine, startLine + MAX_TAG_LINES),
    }),
  );
  return tag !== undefined && (silent || pushElement(state, lines, tag));
}

/** A comment of one line above a definition stands for the term, which other tools make from it. */
function isTerm(state: StateBlock, { startLine, endLine }: Lines): boolean {
  const next = state.skipEmptyLines(startLine + 1);
  return (
    next < endLine &&
    lineText(state, startLine).endsWith('-->') &&
    /^:\s/.test(lineText(state, next))
  );
}

function pushSpecial(
  state: StateBlock,
  { startLine, endLine }: Lines,
  mark: string,
): boolean {
  let line = startLine;
  while (line < endLine - 1 && !lineText(state, line).includes(mark)) {
    line += 1;
  }
  pushHtmlLines(state, { startLine, endLine: line + 1 });
  return true;
}

function pushElement(
  state: StateBlock,
  lines: Lines,
  tag: LeadingTag,
): boolean {
  const page = pageOf(state.env);
  const { startLine } = lines;
  const close = findClose(state, lines, tag);
  const blank = findBlank(state, lines);
  const isDeep = page.htmlDepth >= LIMITS.elementDepth;
  if (tag.isEmpty) {
    pushHtmlLines(state, { startLine, endLine: startLine + 1 });
  } else if (close === undefined || isDeep) {
    pushHtmlLines(state, { startLine, endLine: blank });
  } else if (tag.markdown) {
    page.htmlDepth += 1;
    pushMarkdownElement(state, { tag, startLine, close });
    page.htmlDepth -= 1;
  } else if (close < blank || tag.isRaw) {
    pushHtmlLines(state, { startLine, endLine: close + 1 });
  } else {
    pushHtmlLines(state, { startLine, endLine: blank });
    page.htmlDepth += 1;
    page.rawHtmlDepth += 1;
    parseLines(state, { start: blank, end: close + 1 });
    page.htmlDepth -= 1;
    page.rawHtmlDepth -= 1;
  }
  return true;
}

function findClose(
  state: StateBlock,
  { startLine, endLine }: Lines,
  tag: LeadingTag,
): number | undefined {
  if (tag.isClosing) {
    return startLine;
  }
  const page = pageOf(state.env);
  page.elementEnds ??= matchElements(state.src);
  const end = page.elementEnds.get(`${startLine} ${tag.name}`);
  if (end === undefined && tag.isRaw) {
    return endLine - 1;
  }
  return end !== undefined && end < endLine ? end : undefined;
}

/** The end of the HTML that begins on a line: a blank line, or code, which is code in HTML, too. */
function findBlank(state: StateBlock, { startLine, endLine }: Lines): number {
  let line = startLine + 1;
  while (
    line < endLine &&
    !state.isEmpty(line) &&
    !FENCE.test(lineText(state, line))
  ) {
    line += 1;
  }
  return line;
}
