/** What can be wrong in documentation, in the order in which people are told of it. */
export const FINDING_KINDS = [
  'broken-link',
  'broken-anchor',
  'missing-image',
  'orphan-page',
  'unknown-directive',
  'refused-file',
  'configuration',
] as const;

/** See {@link FINDING_KINDS}. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something in a documentation source that its owner should put right. */
export interface Finding {
  kind: FindingKind;
  /** Path below the source directory. */
  file: string;
  /** Address of the page below the site, when the file is one; empty for the home page. */
  page?: string;
  /** Absent where the whole file is meant. */
  line?: number;
  /** What is wrong and what to do. */
  message: string;
}

/** What is wrong in a documentation source. */
export interface Report {
  pages: number;
  /** The first findings, by file and line. */
  findings: Finding[];
  /** How many there are of each kind, including those not listed. */
  counts: FindingCounts;
}

/** How many findings there are of each kind. */
export type FindingCounts = Partial<Record<FindingKind, number>>;

/** How many findings there are altogether. */
export function countFindings(counts: FindingCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
