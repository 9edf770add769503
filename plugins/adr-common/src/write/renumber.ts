import { parseDecision } from '../parse/parseDecision';
import { baseNameOf } from '../parse/fileName';
import { padNumber, renumberedPath } from './names';
import { TextEditor } from './TextEditor';

/** Writes the number of a record anew: in its heading, with a note of the one it had. */
export function renumberRecord(
  text: string,
  record: { path: string; number: number },
  number: number,
): string {
  const editor = TextEditor.create(text);
  const { headingLine } = parseDecision({ path: record.path, text });
  if (headingLine !== undefined) {
    const heading = editor.line(headingLine);
    const own = new RegExp(`(?<!\\d)0*${record.number}(?!\\d)`);
    const head = heading.slice(0, headLength(heading));
    editor.replace(
      headingLine,
      head.replace(own, digits => padNumber(number, digits.length)) +
        heading.slice(head.length),
    );
  }
  editor.insertBefore(
    editor.lineCount + 1,
    '',
    `This record had the number ${padNumber(
      record.number,
    )} until another record of that number came first.`,
  );
  return editor.toString();
}

/** The number of a heading stands before its words; a number further back is part of the title. */
function headLength(heading: string): number {
  return /^#*\s*[[(]?(?:[A-Za-z]+[-\s_]?)*\d+/.exec(heading)?.[0].length ?? 0;
}

/** Leads the links of another record to the new path; `ADR-0012` in the words of such a link follows. */
export function followRenumbering(
  text: string,
  record: { path: string; number: number },
  number: number,
): string {
  const from = baseNameOf(record.path);
  const to = baseNameOf(renumberedPath(record.path, number));
  if (!text.includes(from)) {
    return text;
  }
  const own = new RegExp(`(?<!\\d)0*${record.number}(?!\\d)`);
  const link = new RegExp(
    `\\[([^\\]\\n]*)\\]\\(([^)\\s]*)${escape(from)}`,
    'g',
  );
  return text
    .replace(
      link,
      (_match, label: string, directory: string) =>
        `[${label.replace(own, digits =>
          padNumber(number, digits.length),
        )}](${directory}${to}`,
    )
    .replaceAll(from, to);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
