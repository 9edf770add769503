import type MarkdownIt from 'markdown-it';
import { LIMITS } from '../config/limits';
import { isCallOut } from './callOuts';
import type { Lines } from './htmlLines';
import { parseLines, readMarkerLine } from './indentedBlock';
import type { StateBlock } from './markdownItTypes';
import { pageOf } from './PageContext';
import { pushTitle } from './pushTitle';
import { pushTabSet, type Tab } from './tabSet';

interface SlashBlock {
  name: string;
  argument?: string;
  options: Record<string, string>;
  line: number;
  contentStart: number;
  contentEnd: number;
  /** The line after the block. */
  end: number;
}

const MARKER = /^(\/{3,})[ \t]*([\w-]+)[ \t]*(?:\|[ \t]*(.*))?$/;
/** Blocks whose content is shown without a frame. */
const NEUTRAL = new Set(['html', 'caption', 'figure-caption', 'table-caption']);
const OPTION = /^\s{4,}([\w-]+):\s*(.*)$/;

/** Blocks between lines of slashes (`/// note | Title` … `///`), where a site enables `pymdownx.blocks`. */
export function slashBlocks(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'slash_block',
    (state, startLine, endLine, silent) => {
      const isEnabled = pageOf(state.env).options.hasBlocks;
      const text = isEnabled ? readMarkerLine(state, startLine) : undefined;
      if (silent || !text?.startsWith('///')) {
        return MARKER.test(text ?? '');
      }
      const block = readBlock(state, startLine, endLine);
      if (!block) {
        return false;
      }
      if (block.name === 'tab') {
        state.line = pushTabs(state, block, endLine);
      } else {
        pushBlock(state, block);
        state.line = block.end;
      }
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

function readBlock(
  state: StateBlock,
  line: number,
  endLine: number,
): SlashBlock | undefined {
  const match = MARKER.exec(readMarkerLine(state, line) ?? '');
  if (!match) {
    return undefined;
  }
  const [, slashes, name, argument] = match;
  const contentEnd = findEnd(state, { startLine: line, endLine }, slashes);
  const options: Record<string, string> = {};
  let contentStart = line + 1;
  for (; contentStart < contentEnd; contentStart += 1) {
    const text = state.getLines(contentStart, contentStart + 1, 0, false);
    const option = OPTION.exec(text);
    if (!option) {
      break;
    }
    options[option[1]] = option[2].trim();
  }
  const end = Math.min(contentEnd + 1, endLine);
  return { name, argument, options, line, contentStart, contentEnd, end };
}

/** A block ends at the next line of as many slashes; a block without one lasts to the end of what surrounds it. */
function findEnd(
  state: StateBlock,
  { startLine, endLine }: Lines,
  slashes: string,
): number {
  let depth = 1;
  for (let line = startLine + 1; line < endLine; line += 1) {
    const text = readMarkerLine(state, line) ?? '';
    if (text === slashes) {
      depth -= 1;
    } else if (MARKER.exec(text)?.[1] === slashes) {
      depth += 1;
    }
    if (depth === 0) {
      return line;
    }
  }
  return endLine;
}

function parseContent(state: StateBlock, block: SlashBlock): void {
  parseLines(state, { start: block.contentStart, end: block.contentEnd });
}

function pushTabs(
  state: StateBlock,
  first: SlashBlock,
  endLine: number,
): number {
  const set: Tab[] = [];
  let end = first.line;
  let next: SlashBlock | undefined = first;
  while (next?.name === 'tab' && set.length < LIMITS.tabs) {
    const block: SlashBlock = next;
    if (set.length && block.options.new === 'true') {
      break;
    }
    set.push({
      label: block.argument ?? '',
      line: block.line,
      isSelected: block.options.select === 'true',
      parse: () => parseContent(state, block),
    });
    end = block.end;
    let line = end;
    while (line < endLine && state.isEmpty(line)) {
      line += 1;
    }
    next = line < endLine ? readBlock(state, line, endLine) : undefined;
  }
  pushTabSet(state, set);
  return end;
}

function pushBlock(state: StateBlock, block: SlashBlock): void {
  const { name, argument, options, line } = block;
  const detailsKind = /^details(?:-([\w-]+))?$/.exec(name);
  const isDetails = detailsKind !== null;
  const kind = options.type ?? detailsKind?.[1] ?? (isDetails ? '' : name);
  const isKnown = isDetails || isCallOut(name) || NEUTRAL.has(name);
  if (!isKnown) {
    const message = `unknown block '/// ${name}'; its content is shown`;
    const fault = {
      kind: 'unknown-directive',
      line: line + 1,
      message,
    } as const;
    pageOf(state.env).faults.push(fault);
  }
  const tag = isDetails ? 'details' : 'div';
  const open = state.push('slash_block_open', tag, 1);
  open.block = true;
  if (isDetails && options.open === 'true') {
    open.attrSet('open', 'open');
  }
  const isCallOutBlock = !isDetails && isCallOut(name);
  open.attrSet(
    'class',
    [isCallOutBlock ? 'admonition' : '', kind].join(' ').trim(),
  );
  const text = argument ?? (isDetails || isCallOutBlock ? titleOf(kind) : '');
  if (text && !NEUTRAL.has(name)) {
    pushTitle(state, { tag: isDetails ? 'summary' : 'p', text, line });
  }
  parseContent(state, block);
  state.push('slash_block_close', tag, -1).block = true;
}

function titleOf(kind: string): string {
  const words = (kind || 'details').replace(/[_-]+/g, ' ');
  return words.replace(/\b[a-z]/g, letter => letter.toUpperCase());
}
