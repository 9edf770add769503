import type { FindingCounts, Report } from './Finding';

/** A build that came to nothing. */
export interface BuildFailure {
  /** Why, in words for the owner of the docs. */
  reason: string;
  /** ISO 8601. */
  at: string;
}

/** What is known about the docs of an entity. */
export interface DocsReport {
  entityRef: string;
  /** Of the newest build that succeeded. */
  report?: Report;
  /** When that build was made, ISO 8601. */
  checkedAt?: string;
  /** Set while the newest build has failed, so that readers see an older version. */
  failure?: BuildFailure;
}

/** The same without the findings themselves, for lists. */
export interface DocsReportSummary extends Omit<DocsReport, 'report'> {
  /** How people call the entity. */
  title: string;
  /** References to who owns the entity. */
  owners: string[];
  pages?: number;
  counts?: FindingCounts;
}
