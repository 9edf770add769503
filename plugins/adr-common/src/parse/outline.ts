import type { Block, HeadingBlock } from './blocks';
import { fieldOf, linkTypeOf, normalizeLabel, type FieldName } from './labels';
import type { LinkType } from '../model/Decision';

/** What a part of a record is for. */
export type PartKind =
  | { kind: 'header' }
  | { kind: 'field'; field: FieldName }
  | { kind: 'links'; type: LinkType }
  | { kind: 'context' }
  | { kind: 'options' }
  | { kind: 'outcome' }
  | { kind: 'text' };

/** A heading and what stands below it, up to the next heading. */
export interface Part {
  heading?: HeadingBlock;
  blocks: Block[];
  purpose: PartKind;
}

const CONTEXT =
  /^(?:\d+ )?(?:context|background|motivation|problem|problem statement|the problem|issue|question|why|forces|introduction|summary|overview|contexte|kontext|contexto|contesto|ausgangslage)(?: |$)/;
const OPTIONS =
  /^(?:\d+ )?(?:considered (?:options|alternatives|solutions)|options(?: considered)?|alternatives(?: considered)?|candidates|optionen|options envisagées|opciones consideradas)(?: |$)/;
const OUTCOME =
  /^(?:\d+ )?(?:(?:the )?decisions?(?: outcome| made)?|outcome|resolution|solution|conclusion|proposal|proposed (?:solution|decision)|what|entscheidung|ergebnis|décision|decisión|decisão|decisione|résultat de la décision)(?: |$)/;

/** Headings between title and text that only hold fields. */
const METADATA =
  /^(?:metadata|meta|info|information|details|document info|properties)$/;

/** Further down, "Tags" or "Owners" is a topic of the text. */
function isFieldHeading(field: FieldName, level: number): boolean {
  return field === 'status' || (field !== 'title' && level <= 2);
}

function purposeOf(heading: HeadingBlock): PartKind {
  const text = heading.words.text.replace(/^\d+(?:\.\d+)*\.?\s+/, '');
  const label = normalizeLabel(text);
  const field = fieldOf(text);
  if (field && isFieldHeading(field, heading.level)) {
    return { kind: 'field', field };
  }
  const type = linkTypeOf(text);
  if (type) return { kind: 'links', type };
  if (METADATA.test(label)) return { kind: 'header' };
  if (OPTIONS.test(label)) return { kind: 'options' };
  if (/^decision drivers/.test(label)) return { kind: 'text' };
  if (OUTCOME.test(label)) return { kind: 'outcome' };
  if (CONTEXT.test(label)) return { kind: 'context' };
  return { kind: 'text' };
}

/** "Decision to use queues" is a title at the top and a section further down; "Status" is never a title. */
function canBeTitle({ kind }: PartKind, level: number): boolean {
  return kind === 'text' || (level === 1 && kind !== 'field');
}

/** Cuts the text at its headings; what stands before the first section, below the title, is the header. */
export function readParts(blocks: Block[]): Part[] {
  const parts: Part[] = [{ blocks: [], purpose: { kind: 'header' } }];
  let hasTitle = false;
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      parts[parts.length - 1].blocks.push(block);
      continue;
    }
    const purpose = purposeOf(block);
    const isTitle: boolean =
      !hasTitle && block.level <= 2 && canBeTitle(purpose, block.level);
    hasTitle = hasTitle || isTitle;
    parts.push({
      heading: block,
      blocks: [],
      purpose: isTitle ? { kind: 'header' } : purpose,
    });
  }
  return parts;
}
