import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import {
  countFindings,
  type Finding,
  type Report,
} from '@groundwork/plugin-docs-report-common';
import { useParams } from 'react-router-dom';
import { reportPath } from '../addresses';
import { docsReportTranslationRef } from '../translation';
import styles from './DocsNotice.module.css';
import { isOnPage } from './isOnPage';

/** Tells owners what is to be fixed on the page that they see, and in the docs altogether. */
export function FindingsNotice(props: { entityRef: string; report: Report }) {
  const { entityRef, report } = props;
  const { '*': address = '' } = useParams();
  const { t } = useTranslationRef(docsReportTranslationRef);
  const count = countFindings(report.counts);
  if (count === 0) {
    return null;
  }
  const here = report.findings.filter(finding => isOnPage(finding, address));
  return (
    <Alert
      status="info"
      icon
      title={t('notice.findings', { count })}
      description={
        <>
          <Here findings={here} />
          <Link href={reportPath(entityRef)} variant="body-small">
            {t('notice.show')}
          </Link>
        </>
      }
    />
  );
}

function Here(props: { findings: Finding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(docsReportTranslationRef);
  if (findings.length === 0) {
    return <div>{t('notice.elsewhere')}</div>;
  }
  return (
    <details>
      <summary>{t('notice.here', { count: findings.length })}</summary>
      <ul className={styles.here}>
        {findings.map(({ line, message }, index) => (
          <li key={index} className={styles.message}>
            {line !== undefined &&
              `${t('report.line', { line: String(line) })}: `}
            {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
