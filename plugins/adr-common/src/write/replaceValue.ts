import type { Statement } from '../parse/fields';
import { normalizeLabel } from '../parse/labels';
import type { TextEditor } from './TextEditor';

function replaceInFrontMatter(
  editor: TextEditor,
  line: number,
  value: string,
): void {
  const match = /^([^:]+:)(\s*)(.*?)(\s+#.*)?$/.exec(editor.line(line));
  if (!match) return;
  const [, key, space, before, comment = ''] = match;
  const quote = /^(["']).*\1$/.exec(before)?.[1] ?? '';
  editor.replace(
    line,
    `${key}${space || ' '}${quote}${value}${quote}${comment}`,
  );
  // A value on several lines is indented below its key, or a list at the same depth.
  while (/^(?:\s+\S|-\s)/.test(editor.line(line + 1))) {
    editor.remove(line + 1);
  }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function replaceInLine(
  editor: TextEditor,
  line: number,
  options: {
    label: string;
    value: string;
  },
): void {
  const label = escapePattern(options.label).replace(/\s+/g, '\\s+');
  const pattern = new RegExp(
    `^(.*?${label}[*_\`]*\\s*[:：][*_\`]*\\s*)(.*?)(\\s*(?:<!--.*-->\\s*)?|\\s*\\\\|\\s+[|·•]\\s[^|·•]{1,40}[:：].*)$`,
    'iu',
  );
  const match = pattern.exec(editor.line(line));
  if (match) {
    editor.replace(line, `${match[1]}${options.value}${match[3]}`);
  }
}

function cellsOf(line: string): string[] {
  return line.split(/(?<!\\)\|/);
}

/** In a table of two columns the value stands beside its label, in a wide one below it. */
function replaceInRow(
  editor: TextEditor,
  line: number,
  options: {
    label: string;
    value: string;
  },
): void {
  const cells = cellsOf(editor.line(line));
  const label = normalizeLabel(options.label);
  const isLabel = (cell: string) => normalizeLabel(cell) === label;
  const beside = cells.findIndex(isLabel);
  const above = cellsOf(editor.line(line - 2)).findIndex(isLabel);
  const index = beside >= 0 ? beside + 1 : above;
  if (index < 0 || cells[index] === undefined) return;
  const width = cells[index].length;
  cells[index] = ` ${options.value} `.padEnd(width);
  editor.replace(line, cells.join('|'));
}

/** Writes another value where a record states a field; what stands around it stays. */
export function replaceValue(
  editor: TextEditor,
  statement: Statement,
  value: string,
): void {
  const { style, line, label } = statement;
  if (style === 'front-matter') {
    replaceInFrontMatter(editor, line, value);
  } else if (style === 'row') {
    replaceInRow(editor, line, { label, value });
  } else {
    replaceInLine(editor, line, { label, value });
  }
}
