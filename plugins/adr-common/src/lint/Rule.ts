import type { DecisionGraph } from '../folder/DecisionGraph';
import type { ParsedDecision } from '../model/Decision';
import type { Finding, RuleId, Severity } from '../model/Finding';
import type { LintSettings } from './LintSettings';

/** What rules may look at. */
export interface LintContext {
  records: readonly ParsedDecision[];
  graph: DecisionGraph;
  /** Whether a file or directory of the repository exists; undefined where nobody can tell. */
  exists(path: string): boolean | undefined;
  /** `YYYY-MM-DD` */
  today: string;
  settings: LintSettings;
}

/** A finding before its rule has put its name to it. */
export type RuleFinding = Pick<Finding, 'path' | 'line' | 'message'> &
  Partial<Pick<Finding, 'remedy'>>;

/** One thing that records are checked for. */
export interface Rule {
  id: RuleId;
  severity: Severity;
  /** What to do about it, unless the finding says it better. */
  remedy: string;
  check(context: LintContext): RuleFinding[];
}

/** A rule that looks at one record at a time. */
export function createRecordRule(
  rule: Omit<Rule, 'check'> & {
    checkRecord(
      record: ParsedDecision,
      context: LintContext,
    ): Omit<RuleFinding, 'path'>[];
  },
): Rule {
  const { checkRecord, ...rest } = rule;
  return {
    ...rest,
    check: context =>
      context.records.flatMap(record =>
        checkRecord(record, context).map(finding => ({
          path: record.path,
          ...finding,
        })),
      ),
  };
}
