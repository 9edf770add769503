import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BgProvider, Link, Text } from '@backstage/ui';
import {
  countFindings,
  type DocsReportSummary,
} from '@groundwork/plugin-docs-report-common';
import { reportPath } from '../addresses';
import { EntityLink } from '../components/EntityLink';
import { KindCounts } from '../components/KindCounts';
import { useFormattedTime } from '../components/useFormattedTime';
import { docsReportTranslationRef } from '../translation';
import styles from './ReportTable.module.css';

/** Docs, with what is to be fixed in each of them. */
export function ReportTable(props: { reports: DocsReportSummary[] }) {
  const { t } = useTranslationRef(docsReportTranslationRef);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('list.name')}</th>
            <th scope="col">{t('list.findings')}</th>
            <th scope="col">{t('list.owner')}</th>
            <th scope="col">{t('list.pages')}</th>
            <th scope="col">{t('list.checked')}</th>
          </tr>
        </thead>
        <tbody>
          <BgProvider bg="neutral-1">
            {props.reports.map(report => (
              <ReportRow key={report.entityRef} report={report} />
            ))}
          </BgProvider>
        </tbody>
      </table>
    </div>
  );
}

function ReportRow(props: { report: DocsReportSummary }) {
  const { entityRef, title, owners, pages, checkedAt } = props.report;
  const formatTime = useFormattedTime();
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        <Link href={reportPath(entityRef)} weight="bold" standalone>
          {title}
        </Link>
        <span className={styles.reference}>{entityRef}</span>
      </th>
      <td>
        <State report={props.report} />
      </td>
      <td className={styles.owner}>
        {owners.map(owner => (
          <EntityLink key={owner} entityRef={owner} />
        ))}
      </td>
      <td className={styles.fact}>{pages}</td>
      <td className={styles.fact}>
        {checkedAt && <time dateTime={checkedAt}>{formatTime(checkedAt)}</time>}
      </td>
    </tr>
  );
}

function State(props: { report: DocsReportSummary }) {
  const { counts = {}, failure, checkedAt } = props.report;
  const { t } = useTranslationRef(docsReportTranslationRef);
  const isClean = checkedAt && !countFindings(counts);
  return (
    <div className={styles.state}>
      {failure && (
        <Text variant="body-small" color="danger">
          {t('list.failed')}
        </Text>
      )}
      {isClean ? (
        <Text variant="body-small" color="secondary">
          {t('list.none')}
        </Text>
      ) : (
        <KindCounts counts={counts} />
      )}
    </div>
  );
}
