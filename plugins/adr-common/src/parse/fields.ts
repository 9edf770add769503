import type { LineBlock } from './blocks';
import type { FrontMatter } from './frontMatter';
import { fieldOf, linkTypeOf, type FieldName } from './labels';
import type { Part } from './outline';
import { sliceWords, type Words } from './words';
import type { LinkType } from '../model/Decision';

/** Where and how a record states a field; edits go to the same place. */
export type FieldStyle = 'front-matter' | 'line' | 'row' | 'section';

/** One statement of the metadata: a label, and what was written for it. */
export interface Statement {
  field?: FieldName;
  link?: LinkType;
  label: string;
  values: Words[];
  line: number;
  style: FieldStyle;
}

const LABELLED = /^\W*?([\p{L}][\p{L}\p{N}()/' _-]{0,30}?)\s*[:：]\s*(.*)$/su;

function plain(text: string): Words {
  return { text, links: [], images: [] };
}

/** Front matter as statements. */
export function statementsOfFrontMatter(matter: FrontMatter): Statement[] {
  return matter.fields.map(({ key, values, line }) => ({
    field: fieldOf(key),
    link: linkTypeOf(key),
    label: key,
    values: values.map(plain),
    line,
    style: 'front-matter',
  }));
}

interface Labelled {
  label: string;
  value: Words;
  field?: FieldName;
  link?: LinkType;
}

/** Splits `Label: value`; undefined when the label is none that matters. */
function readLabelled(words: Words): Labelled | undefined {
  const match = LABELLED.exec(words.text);
  if (!match) return undefined;
  const field = fieldOf(match[1]);
  const link = linkTypeOf(match[1]);
  if (!field && !link) return undefined;
  const start = words.text.length - match[2].length;
  return { label: match[1], field, link, value: sliceWords(words, start) };
}

/** `Status: accepted | Date: 2024-05-02` on one line is two statements. */
function splitColumns(words: Words): Words[] {
  const cuts = [...words.text.matchAll(/\s+[|·•]\s+/g)];
  const parts: Words[] = [];
  let start = 0;
  for (const cut of cuts) {
    parts.push(sliceWords(words, start, cut.index));
    start = (cut.index ?? 0) + cut[0].length;
  }
  parts.push(sliceWords(words, start));
  return parts.every(part => readLabelled(part)) ? parts : [words];
}

/** Collects the statements of the header and of a part below a field's heading. */
class StatementReader {
  readonly statements: Statement[] = [];
  #current: Statement | undefined;
  #depth = 0;
  #isList = false;

  readLine(block: LineBlock): void {
    for (const words of splitColumns(block.words)) {
      const labelled = readLabelled(words);
      if (labelled) {
        const { value, ...rest } = labelled;
        this.#current = {
          ...rest,
          values: value.text.trim() ? [value] : [],
          line: block.line,
          style: 'line',
        };
        this.#depth = block.depth;
        this.#isList = this.#current.values.length === 0;
        this.statements.push(this.#current);
      } else {
        this.#continue(block, words);
      }
    }
  }

  /** A list below a label that has no value of its own, or the rest of a line that was broken. */
  #continue(block: LineBlock, words: Words): void {
    const statement = this.#current;
    const isItem = block.isFirst && block.depth > this.#depth && this.#isList;
    const isRest =
      !block.isFirst &&
      (block.depth > 0 ||
        /[,;]\s*$/.test(statement?.values.at(-1)?.text ?? ''));
    if (isItem || isRest) {
      statement?.values.push(words);
    } else {
      this.#current = undefined;
    }
  }

  readRows(rows: { cells: Words[]; line: number }[]): void {
    const [head, values] = rows;
    const isColumnar =
      values !== undefined &&
      head.cells.length > 1 &&
      head.cells.filter(cell => fieldOf(cell.text)).length > 1;
    if (isColumnar) {
      head.cells.forEach((cell, index) =>
        this.#pushRow(cell.text, values.cells.slice(index, index + 1), values),
      );
      return;
    }
    for (const row of rows) {
      this.#pushRow(row.cells[0]?.text ?? '', row.cells.slice(1), row);
    }
  }

  #pushRow(label: string, values: Words[], { line }: { line: number }): void {
    const field = fieldOf(label);
    const link = linkTypeOf(label);
    if (field || link) {
      this.statements.push({ field, link, label, values, line, style: 'row' });
    }
    this.#current = undefined;
  }
}

/** Reads the statements of one part: labelled lines, lists below a label, and tables. */
export function statementsOfPart(part: Part): Statement[] {
  const reader = new StatementReader();
  let rows: { cells: Words[]; line: number }[] = [];
  for (const block of part.blocks) {
    if (block.kind === 'row') {
      rows.push(block);
      continue;
    }
    if (rows.length) reader.readRows(rows);
    rows = [];
    if (block.kind === 'line') reader.readLine(block);
  }
  if (rows.length) reader.readRows(rows);
  return reader.statements;
}
