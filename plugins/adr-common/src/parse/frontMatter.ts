import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { splitLines, withoutEnding } from './lines';

/** A key of the front matter with everything that was written for it as text. */
export interface FrontMatterField {
  key: string;
  /** One entry for a single value; every value is text, so that a date stays a day and `0003` keeps its zeros. */
  values: string[];
  line: number;
}

/** What stands between the two rules at the top of a file. */
export interface FrontMatter {
  fields: FrontMatterField[];
  /** The lines of the two rules, counted from one. */
  startLine: number;
  endLine: number;
  problem?: { line: number; detail: string };
}

/** More than anybody writes; what is longer is not front matter, but a file that begins with a rule. */
const MAX_LINES = 400;

/** Longer values are no titles, names or days. */
const MAX_VALUE_LENGTH = 2_000;

const FIELD = /^([\p{L}][\p{L}\p{N} _.-]*?)\s*:(.*)$/u;

/** The places of the two rules, counted from zero, and what stands between them. */
function findFrontMatter(
  lines: string[],
): { start: number; end: number; inner: string[] } | undefined {
  const start = lines.findIndex(line => withoutEnding(line).trim() !== '');
  if (start < 0 || withoutEnding(lines[start]).trimEnd() !== '---') {
    return undefined;
  }
  const end = lines.findIndex(
    (line, index) =>
      index > start &&
      index <= start + MAX_LINES &&
      /^(---|\.\.\.)\s*$/.test(withoutEnding(line)),
  );
  if (end < 0) {
    return undefined;
  }
  const inner = lines
    .slice(start + 1, end)
    .map(line => withoutEnding(line).slice(0, MAX_VALUE_LENGTH));
  return !inner.some(line => FIELD.test(line)) && inner.some(isProse)
    ? undefined
    : { start, end, inner };
}

/** Reads the front matter of a file given as lines; undefined when there is none. */
export function readFrontMatter(lines: string[]): FrontMatter | undefined {
  const found = findFrontMatter(lines);
  return (
    found && {
      startLine: found.start + 1,
      endLine: found.end + 1,
      ...readFields(found.inner, found.start + 2),
    }
  );
}

/** The text of a record for readers: empty lines stand in for the front matter, so that lines are counted as in the file. */
export function blankFrontMatter(text: string): string {
  const lines = splitLines(text.replace(/^\uFEFF/, ''));
  const end = (findFrontMatter(lines)?.end ?? -1) + 1;
  return '\n'.repeat(end) + lines.slice(end).join('');
}

/** A text between two rules, rather than fields. */
function isProse(line: string): boolean {
  return line.trim() !== '' && !/^\s*#/.test(line);
}

function readFields(
  lines: string[],
  firstLine: number,
): Pick<FrontMatter, 'fields' | 'problem'> {
  const counter = new LineCounter();
  const document = parseDocument(lines.join('\n'), {
    // Every scalar is text: YAML's own types would turn days into moments and numbers into other numbers.
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: counter,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  const { contents } = document;
  if (!error && (contents === null || isMap(contents))) {
    const fields = (contents?.items ?? []).map(({ key, value }) => ({
      key: textOf(key),
      values: valuesOf(value),
      line:
        firstLine +
        (isScalar(key) && key.range ? counter.linePos(key.range[0]).line : 1) -
        1,
    }));
    return { fields };
  }
  return {
    fields: readFieldsByLine(lines, firstLine),
    problem: {
      line: firstLine + (error ? counter.linePos(error.pos[0]).line : 1) - 1,
      detail: error ? error.message : 'it is not a list of fields',
    },
  };
}

function textOf(node: unknown): string {
  if (isScalar(node)) {
    return String(node.value ?? '')
      .slice(0, MAX_VALUE_LENGTH)
      .trim();
  }
  if (isSeq(node)) {
    return node.items.map(textOf).join(', ');
  }
  if (isMap(node)) {
    return node.items.map(pair => describePair(pair)).join(', ');
  }
  return '';
}

/** An unfilled `{placeholder}` is a map to YAML; its text must stay recognisable. */
function describePair(pair: { key: unknown; value: unknown }): string {
  const value = pair.value ? textOf(pair.value) : '';
  return value ? `${textOf(pair.key)}: ${value}` : `{${textOf(pair.key)}}`;
}

function valuesOf(node: unknown): string[] {
  const values = isSeq(node) ? node.items.map(textOf) : [textOf(node)];
  return values.filter(value => value !== '');
}

/** What can be saved of front matter that is not YAML: `key: text`, and lists of `- text` below a key. */
function readFieldsByLine(
  lines: string[],
  firstLine: number,
): FrontMatterField[] {
  const fields: FrontMatterField[] = [];
  lines.forEach((line, index) => {
    const field = FIELD.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line);
    const current = fields.at(-1);
    if (field) {
      fields.push({
        key: field[1].trim(),
        values: splitFlow(field[2]),
        line: firstLine + index,
      });
    } else if (item && current) {
      current.values.push(...splitFlow(item[1]));
    }
  });
  return fields;
}

function splitFlow(text: string): string[] {
  const value = text.replace(/\s+#.*$/, '').trim();
  const list = /^\[(.*)\]$/.exec(value);
  const parts = list ? list[1].split(',') : [value];
  return parts
    .map(part => part.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter(part => part !== '');
}
