/** How bad a finding is: an error fails a build, a warning is to be mended, an info is to be known. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** One of {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number];

/** Every rule by its name; `docs/reference/adr-rules.md` explains them. */
export const RULE_IDS = [
  'title-missing',
  'title-mismatch',
  'status-missing',
  'status-unknown',
  'date-missing',
  'date-malformed',
  'date-future',
  'front-matter-invalid',
  'placeholder-left',
  'section-missing',
  'record-too-large',
  'number-duplicate',
  'number-gap',
  'link-dangling',
  'link-broken',
  'supersession-one-sided',
  'supersession-cycle',
  'supersession-early',
  'successor-missing',
  'proposal-stale',
  'review-overdue',
  'decision-makers-missing',
] as const;

/** One of {@link RULE_IDS}. */
export type RuleId = (typeof RULE_IDS)[number];

/** Something about a record that is to be mended, where, and how. */
export interface Finding {
  rule: RuleId;
  severity: Severity;
  /** The path of the record. */
  path: string;
  /** Counted from one. */
  line: number;
  message: string;
  remedy: string;
}
