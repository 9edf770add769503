import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Alert, ButtonLink, Text } from '@backstage/ui';
import type { DocsReport } from '@groundwork/plugin-docs-report-common';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import { useParams } from 'react-router-dom';
import { docsPath, REPORTS_PATH } from '../addresses';
import { docsReportApiRef } from '../api/docsReportApi';
import { docsReportTranslationRef } from '../translation';
import { Findings } from './Findings';
import styles from './ReportPage.module.css';

/** What is broken in the docs of one entity. */
export function ReportPage() {
  const { kind = '', namespace = '', name = '' } = useParams();
  const entityRef = stringifyEntityRef({ kind, namespace, name });
  const { t } = useTranslationRef(docsReportTranslationRef);
  const { primaryTitle } = useEntityPresentation(entityRef);
  const docsReportApi = useApi(docsReportApiRef);
  const state = useAsyncState(
    () => docsReportApi.getReport(entityRef),
    [docsReportApi, entityRef],
  );
  return (
    <>
      <header className={styles.head}>
        <Text as="h2" variant="title-small" weight="bold">
          {primaryTitle}
        </Text>
        <div className={styles.actions}>
          <ButtonLink href={docsPath(entityRef)} variant="secondary">
            {t('report.read')}
          </ButtonLink>
          <ButtonLink href={REPORTS_PATH} variant="tertiary">
            {t('report.all')}
          </ButtonLink>
        </div>
      </header>
      <AsyncView
        subject={t('subject.report')}
        state={state}
        isEmpty={({ report, failure }) => !report && !failure}
        empty={
          <EmptyState
            title={t('report.empty')}
            description={t('report.emptyRemedy')}
          />
        }
      >
        {docs => <Content docs={docs} />}
      </AsyncView>
    </>
  );
}

function Content(props: { docs: DocsReport }) {
  const { failure, report } = props.docs;
  const { t } = useTranslationRef(docsReportTranslationRef);
  return (
    <>
      {failure && (
        <Alert
          status="danger"
          icon
          title={t('report.failure')}
          description={t(report ? 'report.failureAt' : 'report.failureFirst', {
            reason: failure.reason,
          })}
        />
      )}
      {report && <Findings docs={{ ...props.docs, report }} />}
    </>
  );
}
