import type { ParsedDecision } from '../model/Decision';
import type { Block, LineBlock } from './blocks';
import { normalizeLabel } from './labels';
import type { Part, PartKind } from './outline';

/** Enough for a list or a card; the reader shows the text itself. */
const EXCERPT_LENGTH = 600;

function linesOf(blocks: readonly Block[]): LineBlock[] {
  return blocks.flatMap(block => (block.kind === 'line' ? [block] : []));
}

function excerptOf(part: Part | undefined): string | undefined {
  const text = linesOf(part?.blocks ?? [])
    .map(({ words }) => words.text.trim())
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text) return undefined;
  return text.length > EXCERPT_LENGTH
    ? `${text.slice(0, EXCERPT_LENGTH).replace(/\s\S*$/, '')} …`
    : text;
}

const CHOSEN = /chosen (?:option|alternative)\s*:?\s*(.+)$/i;

function readChosen(part: Part | undefined): string | undefined {
  for (const { words } of linesOf(part?.blocks ?? [])) {
    const said = CHOSEN.exec(words.text)?.[1];
    if (said) {
      const quoted = /^["“'‘«„](.+?)["”'’»“](?=[\s,.;]|$)/.exec(said);
      return (
        quoted?.[1] ?? said.split(/,? because |,? since |[,;.](?:\s|$)/)[0]
      )
        .trim()
        .slice(0, 200);
    }
  }
  return undefined;
}

/** The items of the list of options, or else the headings below it. */
function readOptions(parts: readonly Part[]): string[] {
  const index = parts.findIndex(({ purpose }) => purpose.kind === 'options');
  const part = parts[index];
  if (!part?.heading) return [];
  const items = linesOf(part.blocks)
    .filter(({ depth, isFirst }) => depth === 1 && isFirst)
    .map(({ words }) => words.text.trim());
  const { level } = part.heading;
  const below = parts.slice(index + 1);
  const end = below.findIndex(({ heading }) => (heading?.level ?? 9) <= level);
  const headings = below
    .slice(0, end < 0 ? undefined : end)
    .filter(({ heading }) => heading?.level === level + 1)
    .map(({ heading }) => heading?.words.text.trim() ?? '');
  return (headings.length > items.length ? headings : items).filter(Boolean);
}

/** Reads what was decided, why, and among what. */
export function readProse(
  parts: readonly Part[],
): Pick<ParsedDecision, 'context' | 'outcome' | 'chosenOption' | 'options'> {
  const find = (kind: PartKind['kind']) =>
    parts.find(
      ({ purpose, blocks }) => purpose.kind === kind && blocks.length > 0,
    );
  const outcome =
    parts.find(({ heading }) =>
      /^decision outcome/.test(normalizeLabel(heading?.words.text ?? '')),
    ) ?? find('outcome');
  return {
    context: excerptOf(find('context')),
    outcome: excerptOf(outcome),
    chosenOption: readChosen(outcome),
    options: readOptions(parts),
  };
}
