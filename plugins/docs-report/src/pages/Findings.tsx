import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  countFindings,
  type DocsReport,
  type Report,
} from '@groundwork/plugin-docs-report-common';
import { EmptyState } from '@groundwork/ui';
import { KindCounts } from '../components/KindCounts';
import { useFormattedTime } from '../components/useFormattedTime';
import { docsReportTranslationRef } from '../translation';
import { FileFindings } from './FileFindings';
import styles from './Findings.module.css';

/** What the newest build of docs has found, file by file. */
export function Findings(props: { docs: DocsReport & { report: Report } }) {
  const { checkedAt, entityRef, report } = props.docs;
  const { counts, findings, pages } = report;
  const { t } = useTranslationRef(docsReportTranslationRef);
  const formatTime = useFormattedTime();
  const count = countFindings(counts);
  const files = [...new Set(findings.map(({ file }) => file))];
  return (
    <>
      <div className={styles.summary}>
        <Text as="p" variant="body-small" color="secondary">
          {t('report.pages', {
            count: pages,
            at: checkedAt ? formatTime(checkedAt) : '',
          })}
        </Text>
        <KindCounts counts={counts} />
      </div>
      {count === 0 && (
        <EmptyState
          title={t('report.none')}
          description={t('report.noneRemedy')}
        />
      )}
      {count > findings.length && (
        <Text as="p" variant="body-small">
          {t('report.more', {
            listed: String(findings.length),
            total: String(count),
          })}
        </Text>
      )}
      {files.map(file => (
        <FileFindings
          key={file}
          entityRef={entityRef}
          findings={findings.filter(finding => finding.file === file)}
        />
      ))}
    </>
  );
}
