import type {
  DocsReport,
  DocsReportSummary,
} from '@groundwork/plugin-docs-report-common';
import type { DocsReportApi } from '../api/docsReportApi';

/** The docs of a component with two faults, one of them on the page `guides/setup/`. */
export const faultyDocs: DocsReport = {
  entityRef: 'component:default/orders',
  checkedAt: '2026-11-26T10:00:00.000Z',
  report: {
    pages: 12,
    counts: { 'broken-link': 1, 'orphan-page': 1 },
    findings: [
      {
        kind: 'broken-link',
        file: 'docs/guides/setup.md',
        page: 'guides/setup/',
        line: 7,
        message: "link 'nope.md' points to a file that does not exist",
      },
      {
        kind: 'orphan-page',
        file: 'docs/old.md',
        page: 'old/',
        message: 'no navigation entry and no page leads here',
      },
    ],
  },
};

/** The same in a list. */
export const faultySummary: DocsReportSummary = {
  entityRef: 'component:default/orders',
  title: 'Orders',
  owners: ['group:default/checkout'],
  checkedAt: '2026-11-26T10:00:00.000Z',
  pages: 12,
  counts: { 'broken-link': 1, 'orphan-page': 1 },
};

/** Docs in order. */
export const cleanSummary: DocsReportSummary = {
  entityRef: 'component:default/billing',
  title: 'Billing',
  owners: ['group:default/money'],
  checkedAt: '2026-11-26T10:00:00.000Z',
  pages: 3,
  counts: {},
};

/** Docs that were never built, because they cannot be. */
export const failedSummary: DocsReportSummary = {
  entityRef: 'component:default/parcels',
  title: 'Parcels',
  owners: [],
  failure: {
    reason: 'mkdocs.yml is not valid YAML',
    at: '2026-11-26T10:00:00.000Z',
  },
};

/** Answers with what is given, and refuses the rest as a server does that is not there. */
export function answering(answers: Partial<DocsReportApi>): DocsReportApi {
  const refuse = async () => {
    throw new Error('host is down');
  };
  const { listReports = refuse, getReport = refuse } = answers;
  return {
    listReports: async () => {
      await untilLookedFor();
      return listReports();
    },
    getReport: async entityRef => {
      await untilLookedFor();
      return getReport(entityRef);
    },
  };
}

/** Answers arrive once the test looks for what is shown. */
function untilLookedFor(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 20);
  });
}
