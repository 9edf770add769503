import type {
  DecisionStatus,
  ParsedDecision,
  ParseProblem,
} from '../model/Decision';
import { readDay } from './dates';
import type { FileNameParts } from './fileName';
import type { Statement } from './fields';
import type { FieldName } from './labels';
import type { Part } from './outline';
import { readPeople } from './people';
import { isPlaceholder } from './placeholders';
import { readStatusSection, statusOfValue } from './statusSection';

type Metadata = Pick<
  ParsedDecision,
  | 'status'
  | 'statusText'
  | 'statusLine'
  | 'date'
  | 'dateText'
  | 'dateLine'
  | 'decisionMakers'
  | 'consulted'
  | 'informed'
  | 'authors'
  | 'tags'
  | 'affects'
  | 'reviewBy'
>;

interface Stated {
  values: string[];
  line: number;
}

/** Finds what a record states about a field: above its text, or below a heading of its own. */
class FieldFinder {
  readonly #parts: readonly Part[];
  readonly #statements: readonly Statement[];

  constructor(parts: readonly Part[], statements: readonly Statement[]) {
    this.#parts = parts;
    this.#statements = statements;
  }

  /** What stands below a heading of its own counts only when nothing is stated above the text. */
  find(field: FieldName): Stated | undefined {
    return this.findStated(field) ?? this.#findSection(field);
  }

  findStated(field: FieldName): Stated | undefined {
    const stated = this.#statements.filter(
      statement =>
        statement.field === field &&
        statement.values.some(({ text }) => text.trim() !== ''),
    );
    const best =
      stated.find(({ values }) => !isPlaceholder(values[0].text)) ?? stated[0];
    return best
      ? { values: best.values.map(({ text }) => text), line: best.line }
      : undefined;
  }

  #findSection(field: FieldName): Stated | undefined {
    const part = this.#parts.find(
      ({ purpose }) => purpose.kind === 'field' && purpose.field === field,
    );
    const lines = part?.blocks.flatMap(block =>
      block.kind === 'line' && block.words.text.trim() ? [block] : [],
    );
    return lines?.length
      ? { values: lines.map(({ words }) => words.text), line: lines[0].line }
      : undefined;
  }
}

function readTags(stated: Stated | undefined): string[] {
  const tags = (stated?.values ?? [])
    .flatMap(value => value.split(/[,;]|\s(?=#)/))
    .map(tag => tag.replace(/^[\s#[]+|[\s\].]+$/g, ''))
    .filter(tag => tag !== '' && tag.length <= 63 && !isPlaceholder(tag));
  return [...new Set(tags)].filter(tag => !/[<{|]/.test(tag));
}

const DATE_FIELDS: FieldName[] = ['date', 'updated', 'created'];

interface FoundDate {
  date?: string;
  dateText?: string;
  dateLine?: number;
  problem?: ParseProblem;
}

function readDate(
  finder: FieldFinder,
  name: FileNameParts,
  statusText: string | undefined,
): FoundDate {
  const stated = DATE_FIELDS.map(field => finder.find(field)).find(
    found => found && !isPlaceholder(found.values[0]),
  );
  if (!stated) {
    const day = (statusText && readDay(statusText)) ?? name.date;
    return day ? { date: day } : {};
  }
  const [dateText] = stated.values;
  const date = readDay(dateText, name.date);
  return {
    date,
    dateText: dateText.trim(),
    dateLine: stated.line,
    ...(!date && {
      problem: { kind: 'date', line: stated.line, detail: dateText.trim() },
    }),
  };
}

function readStatusOf(
  finder: FieldFinder,
  parts: readonly Part[],
): { status: DecisionStatus; statusText?: string; statusLine?: number } {
  const section = readStatusSection(parts);
  const stated = finder.findStated('status');
  const value = stated && statusOfValue(stated.values.join(' '));
  if (stated && (value !== 'unknown' || !section)) {
    return {
      status: value ?? 'unknown',
      statusText: stated.values.join(' ').trim(),
      statusLine: stated.line,
    };
  }
  return section ?? { status: 'unknown' };
}

/** Reads status, date, people and tags, wherever the form of the record has them. */
export function readMetadata(options: {
  parts: readonly Part[];
  statements: readonly Statement[];
  name: FileNameParts;
}): { result: Metadata; problems: ParseProblem[] } {
  const { parts, statements, name } = options;
  const finder = new FieldFinder(parts, statements);
  const people = (field: FieldName) =>
    readPeople(finder.find(field)?.values ?? []);
  const status = readStatusOf(finder, parts);
  const { problem, ...date } = readDate(finder, name, status.statusText);
  const review = finder.find('reviewBy');
  const reviewBy = review && readDay(review.values[0]);
  return {
    result: {
      ...status,
      ...date,
      decisionMakers: people('decisionMakers'),
      consulted: people('consulted'),
      informed: people('informed'),
      authors: people('authors'),
      tags: readTags(finder.find('tags')),
      affects: readTags(finder.find('affects')),
      reviewBy,
    },
    problems: [
      ...(problem ? [problem] : []),
      ...(review && !reviewBy && !isPlaceholder(review.values[0])
        ? [
            {
              kind: 'review-by' as const,
              line: review.line,
              detail: review.values[0],
            },
          ]
        : []),
    ],
  };
}
