import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink, Text } from '@backstage/ui';
import type { DocsReportSummary } from '@groundwork/plugin-docs-report-common';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import { REPORTS_PATH } from '../addresses';
import { docsReportApiRef } from '../api/docsReportApi';
import { docsReportTranslationRef } from '../translation';
import { filterReports, isFaulty } from './filterReports';
import { ReportFilters } from './ReportFilters';
import styles from './ReportsPage.module.css';
import { ReportTable } from './ReportTable';
import { useReportFilter } from './useReportFilter';

/** What is broken in all docs that the reader may see. */
export function ReportsPage() {
  const { t } = useTranslationRef(docsReportTranslationRef);
  const docsReportApi = useApi(docsReportApiRef);
  const identityApi = useApi(identityApiRef);
  const state = useAsyncState(async () => {
    const [reports, identity] = await Promise.all([
      docsReportApi.listReports(),
      identityApi.getBackstageIdentity(),
    ]);
    return { reports, owners: identity.ownershipEntityRefs };
  }, [docsReportApi, identityApi]);
  return (
    <>
      <Text as="p" color="secondary">
        {t('lead')}
      </Text>
      <AsyncView
        subject={t('subject.reports')}
        state={state}
        isEmpty={({ reports }) => reports.length === 0}
        empty={
          <EmptyState
            title={t('list.empty')}
            description={t('list.emptyRemedy')}
            action={
              <ButtonLink href="/docs" variant="primary">
                {t('list.docs')}
              </ButtonLink>
            }
          />
        }
      >
        {loaded => <FilteredReports {...loaded} />}
      </AsyncView>
    </>
  );
}

function FilteredReports(props: {
  reports: DocsReportSummary[];
  owners: string[];
}) {
  const { t } = useTranslationRef(docsReportTranslationRef);
  const filter = useReportFilter();
  const shown = filterReports(props.reports, {
    ...filter,
    owners: filter.isMine ? props.owners : undefined,
  });
  const faulty = shown.filter(isFaulty).length;
  return (
    <>
      <ReportFilters filter={filter} />
      <p className={styles.count} role="status">
        {t('list.count', { count: shown.length, faulty: String(faulty) })}
      </p>
      {shown.length ? (
        <ReportTable reports={shown} />
      ) : (
        <EmptyState
          title={t('filter.noMatch')}
          description={t('filter.noMatchRemedy')}
          action={
            <ButtonLink href={REPORTS_PATH} variant="secondary">
              {t('filter.clear')}
            </ButtonLink>
          }
        />
      )}
    </>
  );
}
