import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  DocsReport,
  DocsReportSummary,
} from '@groundwork/plugin-docs-report-common';

/** Tells what is broken in docs that the reader may see. */
export interface DocsReportApi {
  /** What is known about the docs of each entity. */
  listReports(): Promise<DocsReportSummary[]>;
  /** What is known about the docs of an entity; neither report nor failure before their first build. */
  getReport(entityRef: string): Promise<DocsReport>;
}

/** The reports, as their pages see them. */
export const docsReportApiRef = createApiRef<DocsReportApi>({
  id: 'plugin.docs-report.service',
});
