import type { DecisionStatus } from '../model/Decision';
import type { LineBlock } from './blocks';
import { leadingLinkType } from './labels';
import type { Part } from './outline';
import { isPlaceholder } from './placeholders';
import { beginsWithStatus, readStatus } from './status';

/** A short line that begins with a status states one; a long one tells about it. */
const STATEMENT_LENGTH = 80;

/** The status that a value states, which a template may have left open. */
export function statusOfValue(text: string): DecisionStatus {
  const value = text.replace(/<!--.*?-->/gs, '').trim();
  const inner = /^[[({<"']+([^\])}>"']*)[\])}>"']+$/.exec(value)?.[1];
  // `[accepted]` is a choice that kept the brackets of its template, `[accepted | rejected]` is none.
  const status = readStatus(inner ?? value);
  return inner !== undefined && isPlaceholder(value) && inner.includes(' ')
    ? 'unknown'
    : status;
}

function chosen(lines: LineBlock[]): LineBlock[] {
  const ticked = lines.filter(({ words }) => /^\s*\[x\]/i.test(words.text));
  return ticked.length ? ticked : lines;
}

function valueOf({ words }: LineBlock): string {
  return words.text
    .replace(/^\s*\[x\]\s*/i, '')
    .replace(/^\s*(?:status|state)\s*[:：]\s*/i, '')
    .trim();
}

/** The part whose heading is Status; also `Status: accepted` as a heading. */
export function findStatusPart(parts: readonly Part[]): Part | undefined {
  return parts.find(
    ({ purpose }) => purpose.kind === 'field' && purpose.field === 'status',
  );
}

/**
 * Reads the section that Nygard's form has for the status. People add lines to it: the last one that states a status
 * counts, and a successor counts above all.
 */
export function readStatusSection(
  parts: readonly Part[],
):
  | { status: DecisionStatus; statusText: string; statusLine: number }
  | undefined {
  const lines = chosen(
    (findStatusPart(parts)?.blocks ?? []).flatMap(block =>
      block.kind === 'line' && block.words.text.trim() ? [block] : [],
    ),
  );
  if (lines.length === 0) {
    return undefined;
  }
  const replaced = lines.find(
    ({ words }) => leadingLinkType(words.text)?.type === 'superseded-by',
  );
  const stating = lines.filter(
    line =>
      valueOf(line).length <= STATEMENT_LENGTH &&
      beginsWithStatus(valueOf(line)) &&
      !/^\W*(?:proposed|accepted|approved|rejected) by\b/i.test(valueOf(line)),
  );
  const line = replaced ?? stating.at(-1) ?? lines[0];
  return {
    status: statusOfValue(valueOf(line)),
    statusText: valueOf(line),
    statusLine: line.line,
  };
}
