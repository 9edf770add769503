import { seriesOf } from '../folder/paths';
import type { ParsedDecision } from '../model/Decision';
import type { LintContext, Rule, RuleFinding } from './Rule';

/** Records by directory: numbers count within one. */
function seriesIn({ records }: LintContext): Map<string, ParsedDecision[]> {
  const series = new Map<string, ParsedDecision[]>();
  for (const record of records) {
    if (record.number !== undefined) {
      const key = seriesOf(record.path);
      series.set(key, [...(series.get(key) ?? []), record]);
    }
  }
  return series;
}

function byNumber(records: ParsedDecision[]): Map<number, ParsedDecision[]> {
  const numbers = new Map<number, ParsedDecision[]>();
  for (const record of records) {
    const number = record.number ?? 0;
    numbers.set(number, [...(numbers.get(number) ?? []), record]);
  }
  return numbers;
}

function duplicatesIn(records: ParsedDecision[]): RuleFinding[] {
  return [...byNumber(records)].flatMap(([number, same]) =>
    same.length < 2
      ? []
      : same.map(({ path, headingLine = 1 }) => ({
          path,
          line: headingLine,
          message: `Number ${number} is also that of ${same
            .filter(other => other.path !== path)
            .map(other => other.path.slice(other.path.lastIndexOf('/') + 1))
            .join(', ')}`,
        })),
  );
}

/** The gap is reported at the record after it. */
function gapsIn(records: ParsedDecision[]): RuleFinding[] {
  const sorted = [...byNumber(records)].sort(([a], [b]) => a - b);
  return sorted.flatMap(([number, [record]], index) => {
    const before = index > 0 ? sorted[index - 1][0] : number - 1;
    const missing = number - before - 1;
    if (missing <= 0) return [];
    const first = before + 1;
    return [
      {
        path: record.path,
        line: record.headingLine ?? 1,
        message:
          missing === 1
            ? `There is no record with the number ${first}`
            : `There are no records with the numbers ${first} to ${number - 1}`,
      },
    ];
  });
}

/** What the numbers of a folder must keep to. */
export const numberRules: Rule[] = [
  {
    id: 'number-duplicate',
    severity: 'error',
    remedy: 'Renumber the later one, and the links to it.',
    check: context => [...seriesIn(context).values()].flatMap(duplicatesIn),
  },
  {
    id: 'number-gap',
    severity: 'info',
    remedy:
      'Nothing, if the record was withdrawn before it was merged; a record that was decided stays, with its status.',
    check: context => [...seriesIn(context).values()].flatMap(gapsIn),
  },
];
