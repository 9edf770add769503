import type { ParsedDecision } from '../model/Decision';
import {
  isMarkdownPath,
  isOtherDocument,
  readFileName,
} from '../parse/fileName';
import { parseDecision } from '../parse/parseDecision';

/** A file with its content; one that is too large to be read has none. */
export interface TextFile {
  path: string;
  text?: string;
}

/** A file that is not named like a record is one if it is written like one. */
function isWrittenLikeOne(record: ParsedDecision): boolean {
  const hasOutcome = record.outcome !== undefined;
  const hasContext = record.context !== undefined;
  return (
    (record.status !== 'unknown' && (hasOutcome || hasContext)) ||
    (hasOutcome && hasContext)
  );
}

/** Whether a path could be that of a record; the text decides about those without number and day. */
export function mayBeRecord(path: string): boolean {
  return isMarkdownPath(path) && !isOtherDocument(path);
}

/** Reads the records among the files of a folder; indexes, templates and other documents are left out. */
export function readFolder(files: readonly TextFile[]): ParsedDecision[] {
  return files
    .filter(({ path }) => mayBeRecord(path))
    .flatMap(file => {
      const { number, date } = readFileName(file.path);
      const record = parseDecision(file);
      const isNamedLikeOne = number !== undefined || date !== undefined;
      return isNamedLikeOne || isWrittenLikeOne(record) ? [record] : [];
    })
    .sort((a, b) => compareText(a.path, b.path));
}

/** Orders by character, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
