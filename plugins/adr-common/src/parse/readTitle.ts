import type { ParsedDecision, ParseProblem } from '../model/Decision';
import type { HeadingBlock } from './blocks';
import type { FileNameParts } from './fileName';
import type { Statement } from './fields';
import type { Part } from './outline';
import { isPlaceholder } from './placeholders';
import { readHeading, titleFromSlug } from './title';

/** Words that are a heading of a form, and no title of a decision. */
const FORM_HEADING =
  /^(?:adrs?|title|l?adr|(?:architecture|architectural) decision records?|decision records?|rfc(?: proposal)?|table of contents)$/i;

function firstHeadings(parts: readonly Part[]) {
  return parts.flatMap(({ heading, purpose }) =>
    heading && (heading.level === 1 || purpose.kind === 'header')
      ? [heading]
      : [],
  );
}

function titleSection(parts: readonly Part[]): string | undefined {
  const part = parts.find(({ heading }) =>
    /^title$/i.test(heading?.words.text.trim() ?? ''),
  );
  const block = part?.blocks.find(({ kind }) => kind === 'line');
  return block?.kind === 'line' ? block.words.text : undefined;
}

/** A heading of the form itself is no title, unless there is no other. */
function findHeading(parts: readonly Part[]) {
  const headings = firstHeadings(parts);
  return (
    headings.find(({ words }) => !FORM_HEADING.test(words.text.trim())) ??
    headings[0]
  );
}

/** Finds number and title: in the first heading, or else in the front matter, a section, or the name of the file. */
export function readTitle(options: {
  parts: readonly Part[];
  statements: readonly Statement[];
  name: FileNameParts;
}): {
  result: Pick<ParsedDecision, 'number' | 'title' | 'heading' | 'headingLine'>;
  problems: ParseProblem[];
} {
  const { parts, statements, name } = options;
  const heading = findHeading(parts);
  const stated = statements.find(({ field }) => field === 'title');
  const texts = [
    heading?.words.text,
    stated?.values[0]?.text,
    titleSection(parts),
  ];
  // Only the highest heading is sure to be a title; a lower one may be the first section.
  if (heading && heading.level > 1) texts.push(texts.shift());
  const candidates = texts.map(text => readHeading(text ?? '', name.number));
  const named = candidates.find(
    ({ title }) => title !== '' && !FORM_HEADING.test(title),
  );
  const numbered = candidates.find(({ number }) => number !== undefined);
  return {
    result: {
      number: name.number ?? (name.date ? undefined : numbered?.number),
      title: named?.title ?? titleFromSlug(name.slug),
      heading: heading?.words.text.trim(),
      headingLine: heading?.line,
    },
    problems: findProblems(heading, named?.title),
  };
}

function findProblems(
  heading: HeadingBlock | undefined,
  title: string | undefined,
): ParseProblem[] {
  if (!heading) {
    return title === undefined ? [{ kind: 'title', line: 1, detail: '' }] : [];
  }
  return title !== undefined && isPlaceholder(title)
    ? [{ kind: 'placeholder', line: heading.line, detail: title }]
    : [];
}
