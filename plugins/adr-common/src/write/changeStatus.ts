import { parseDecision, readSource } from '../parse/parseDecision';
import type { Statement } from '../parse/fields';
import { findStatusPart, readStatusSection } from '../parse/statusSection';
import { replaceValue } from './replaceValue';
import { TextEditor } from './TextEditor';

/** What the status of a record becomes. */
export interface StatusChange {
  /** In the words of the form, such as `superseded by [ADR-0012](0012-queues.md)`. */
  status: string;
  /** `YYYY-MM-DD`; for forms whose date is that of the last change. */
  date?: string;
}

function matchCase(value: string, before: string): string {
  return /^\W*\p{Lu}/u.test(before)
    ? value.charAt(0).toUpperCase() + value.slice(1)
    : value;
}

/** A section may explain the status after its first sentence; only that sentence is replaced. */
function replaceInSection(line: string, value: string): string {
  const match =
    /^(\s*(?:>\s*|[-*+]\s+)?(?:status\s*:\s*)?)(.*?)(\.?)(\s*)$/is.exec(line);
  const [, prefix, said, stop, rest] = match ?? ['', '', line, '', ''];
  const sentence = /^(.{1,60}?\.)\s+(?=\p{Lu})/u.exec(said + stop);
  const tail = sentence ? (said + stop).slice(sentence[1].length) : '';
  return `${prefix}${matchCase(value, said)}${stop && !tail ? stop : ''}${
    tail ? `.${tail}` : ''
  }${rest}`;
}

function changeSection(
  editor: TextEditor,
  text: string,
  value: string,
): boolean {
  const { parts } = readSource(text);
  const part = findStatusPart(parts);
  if (!part?.heading) return false;
  const section = readStatusSection(parts);
  if (section) {
    const line = section.statusLine;
    editor.replace(line, replaceInSection(editor.line(line), value));
  } else {
    editor.insertBefore(part.heading.line + 1, '', matchCase(value, 'A'));
  }
  return true;
}

/** Where a record without any status gets one: with its other fields, or in front matter of its own. */
function insertStatus(
  editor: TextEditor,
  source: { statements: Statement[]; frontMatterEnd: number },
  value: string,
): void {
  const { frontMatterEnd, statements } = source;
  const listed = statements.find(({ style }) => style === 'line');
  const marker = listed && /^\s*[-*+]\s/.exec(editor.line(listed.line))?.[0];
  if (frontMatterEnd > 0) {
    editor.insertBefore(frontMatterEnd, `status: ${value}`);
  } else if (listed && marker) {
    editor.insertBefore(listed.line, `${marker}Status: ${value}`);
  } else {
    editor.insertBefore(1, '---', `status: ${value}`, '---');
  }
}

/** Changes the status of a record, wherever its form states it, and its date where the form keeps that of the last change. */
export function changeStatus(text: string, change: StatusChange): string {
  const editor = TextEditor.create(text);
  const source = readSource(text);
  const { format } = parseDecision({ path: '', text });
  const stated = source.statements.filter(({ field }) => field === 'status');
  for (const statement of stated) {
    const before = statement.values[0]?.text ?? '';
    replaceValue(editor, statement, matchCase(change.status, before));
  }
  const hasSection = changeSection(editor, text, change.status);
  const dated = source.statements.find(({ field }) => field === 'date');
  if (change.date && dated && format !== 'nygard') {
    replaceValue(editor, dated, change.date);
  }
  if (stated.length === 0 && !hasSection) {
    insertStatus(editor, source, change.status);
  }
  return editor.toString();
}
