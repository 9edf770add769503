import { LineCounter, parseAllDocuments } from 'yaml';

/**
 * Reads every document of a YAML text with the line it starts on.
 *
 * The result is `{ documents: [{ value, line }], problems: [{ line, message }] }`; documents without content are left out.
 */
export function readDocuments(text) {
  const lineCounter = new LineCounter();
  const parsed = [parseAllDocuments(text, { lineCounter })].flat();
  const problems = parsed.flatMap(document =>
    document.errors.map(error => ({
      line: lineCounter.linePos(error.pos[0]).line,
      message: `is not YAML: ${error.message.split('\n')[0]}`,
    })),
  );
  const documents = parsed
    .filter(document => document.errors.length === 0 && document.contents)
    .map(document => ({
      value: document.toJS(),
      line: lineCounter.linePos(document.contents.range[0]).line,
    }))
    .filter(({ value }) => value !== null);
  return { documents, problems };
}
