import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { docsReportApiRef, type DocsReportApi } from '../api/docsReportApi';
import { ReportPages } from '../pages/ReportPages';

/** Shows the pages of the report at an address below them, to somebody of the team Checkout. */
export function showReports(api: DocsReportApi, address: string) {
  return renderInTestApp(<ReportPages />, {
    initialRouteEntries: [address],
    apis: [
      [docsReportApiRef, api],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: 'user:default/dana',
          ownershipEntityRefs: ['user:default/dana', 'group:default/checkout'],
        }),
      ],
    ],
  });
}
