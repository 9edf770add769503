import type { ParsedDecision, ParseProblem, Section } from '../model/Decision';
import { readBlocks } from './blocks';
import { readFormat } from './format';
import { readFrontMatter } from './frontMatter';
import {
  statementsOfFrontMatter,
  statementsOfPart,
  type Statement,
} from './fields';
import { readFileName } from './fileName';
import { splitLines, withoutEnding } from './lines';
import { readMetadata } from './metadata';
import { readParts, type Part } from './outline';
import { findPlaceholder } from './placeholders';
import { readProse } from './prose';
import { collectFiles, collectReferences } from './collect';
import { readTitle } from './readTitle';

/** A text that is longer is no record; it is not parsed, so that one file cannot hold up the others. */
export const MAX_RECORD_LENGTH = 400_000;

const TOO_LARGE: ParseProblem = {
  kind: 'too-large',
  line: 1,
  detail: `more than ${MAX_RECORD_LENGTH} characters`,
};

/** Further back in a line nobody looks for what a template left. */
const MAX_LINE_LENGTH = 2_000;

/** A record taken apart, with what edits need to find their lines again. */
export interface DecisionSource {
  lines: string[];
  statements: Statement[];
  parts: Part[];
  frontMatterEnd: number;
}

/** Cuts a record into front matter, parts and statements. */
export function readSource(text: string): DecisionSource & {
  problem?: { line: number; detail: string };
} {
  const lines = splitLines(text.replace(/^\uFEFF/, ''));
  const matter = readFrontMatter(lines);
  const end = matter?.endLine ?? 0;
  // Empty lines stand in for the front matter, so that lines are counted as in the file.
  const body =
    '\n'.repeat(end) + lines.slice(end).map(withoutEnding).join('\n');
  const parts = readParts(readBlocks(body));
  const statements = [
    ...(matter ? statementsOfFrontMatter(matter) : []),
    ...parts
      .filter(({ purpose }) => purpose.kind === 'header')
      .flatMap(statementsOfPart),
  ];
  return {
    lines,
    statements,
    parts,
    frontMatterEnd: end,
    problem: matter?.problem,
  };
}

/**
 * Reads a record in any of the known forms. It never throws: what cannot be read is missing from the result, and said
 * in its problems.
 */
export function parseDecision(file: {
  path: string;
  /** Absent for a file that is too large to be read. */
  text?: string;
}): ParsedDecision {
  const isTooLarge = (file.text?.length ?? Infinity) > MAX_RECORD_LENGTH;
  const source = readSource(isTooLarge ? '' : file.text ?? '');
  const { parts, statements } = source;
  const name = readFileName(file.path);
  const title = readTitle({ parts, statements, name });
  const metadata = readMetadata({ parts, statements, name });
  const hasDateName = name.date !== undefined;
  return {
    path: file.path,
    ...title.result,
    ...metadata.result,
    format: readFormat({ parts, statements, hasDateName }),
    ...readProse(parts),
    references: collectReferences(source),
    files: collectFiles(parts),
    sections: parts.flatMap(toSection),
    problems: [
      ...(isTooLarge ? [TOO_LARGE] : []),
      ...(source.problem
        ? [{ kind: 'front-matter' as const, ...source.problem }]
        : []),
      ...title.problems,
      ...metadata.problems,
      ...findPlaceholders(source),
    ],
  };
}

function toSection({ heading }: Part): Section[] {
  return heading
    ? [
        {
          title: heading.words.text.trim(),
          level: heading.level,
          line: heading.line,
        },
      ]
    : [];
}

/** One finding for each line that a template wrote; code is left out by reading the blocks only. */
function findPlaceholders(source: DecisionSource): ParseProblem[] {
  const seen = new Set<number>();
  const problems: ParseProblem[] = [];
  const look = (line: number) => {
    const found = seen.has(line)
      ? undefined
      : findPlaceholder(
          withoutEnding(source.lines[line - 1] ?? '').slice(0, MAX_LINE_LENGTH),
        );
    seen.add(line);
    if (found) problems.push({ kind: 'placeholder', line, detail: found });
  };
  for (let line = 2; line < source.frontMatterEnd; line += 1) look(line);
  for (const { heading, blocks } of source.parts) {
    if (heading) look(heading.line);
    for (const { line } of blocks) look(line);
  }
  return problems;
}
