import {
  countFindings,
  type DocsReportSummary,
} from '@groundwork/plugin-docs-report-common';

/** Which docs a reader wants to see. */
export interface ReportFilter {
  /** Part of a name. */
  text: string;
  /** Only docs of these owners. */
  owners?: string[];
  isFaulty: boolean;
}

/** Tells docs that somebody should look at. */
export function isFaulty({ counts = {}, failure }: DocsReportSummary): boolean {
  return failure !== undefined || countFindings(counts) > 0;
}

/** The docs that a reader wants to see: those that could not be built first, then those with the most to fix. */
export function filterReports(
  reports: DocsReportSummary[],
  filter: ReportFilter,
): DocsReportSummary[] {
  const text = filter.text.trim().toLowerCase();
  return reports
    .filter(
      report =>
        `${report.title} ${report.entityRef}`.toLowerCase().includes(text) &&
        (!filter.isFaulty || isFaulty(report)) &&
        (!filter.owners || report.owners.some(o => filter.owners?.includes(o))),
    )
    .sort(
      (a, b) =>
        Number(Boolean(b.failure)) - Number(Boolean(a.failure)) ||
        countFindings(b.counts ?? {}) - countFindings(a.counts ?? {}) ||
        a.title.localeCompare(b.title),
    );
}
