/** A repository that is read. */
export interface SourceRow {
  id: string;
  plan: string;
  fingerprint: string | null;
  commit: string | null;
  checked_on: string | null;
  read_at: number | string | null;
  tried_at: number | string | null;
  error: string | null;
  missing_since: number | string | null;
}

/** A directory of records. */
export interface FolderRow {
  source_id: string;
  path: string;
  entity_ref: string;
  entity_refs: string;
  owner_ref: string | null;
  system_ref: string | null;
}

/** A record of the log. */
export interface DecisionRow {
  id: string;
  source_id: string;
  folder: string;
  path: string;
  blob: string | null;
  number: number | null;
  title: string;
  status: string;
  date: string | null;
  format: string;
  entity_ref: string;
  owner_ref: string | null;
  system_ref: string | null;
  chosen_option: string | null;
  tags: string;
  rules: string;
  affects: string;
  people: string;
  details: string;
}

/** An edge between two records. */
export interface LinkRow {
  source_id: string;
  from_id: string;
  to_id: string;
  type: string;
  from_line: number | null;
  to_line: number | null;
}

/** A finding of a record. */
export interface FindingRow {
  decision_id: string;
  rule: string;
  severity: string;
  line: number;
  message: string;
  remedy: string;
}

/** The text of a record. */
export interface TextRow {
  id: string;
  title: string;
  text: string;
}

/** A record that an open change would add or change. */
export interface ProposalRow {
  id: string;
  source_id: string;
  change: number;
  folder: string;
  path: string;
  entity_ref: string;
  owner_ref: string | null;
  record: string;
}

/** PostgreSQL gives big integers as text. */
export function toMillis(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}

/** ISO 8601 of a stored time. */
export function toIso(value: number | string | null): string | undefined {
  const millis = toMillis(value);
  return millis === undefined ? undefined : new Date(millis).toISOString();
}
