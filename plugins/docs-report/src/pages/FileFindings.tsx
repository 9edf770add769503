import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { Finding } from '@groundwork/plugin-docs-report-common';
import { useId } from 'react';
import { docsPath } from '../addresses';
import { docsReportTranslationRef } from '../translation';
import styles from './FileFindings.module.css';

/** What is wrong in one file; its name leads to the page that it became. */
export function FileFindings(props: {
  entityRef: string;
  findings: Finding[];
}) {
  const { entityRef, findings } = props;
  const [{ file, page }] = findings;
  const { t } = useTranslationRef(docsReportTranslationRef);
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h3 className={styles.file} id={id}>
        {page === undefined ? (
          <Text weight="bold">{file}</Text>
        ) : (
          <Link href={docsPath(entityRef, page)} weight="bold">
            {file}
          </Link>
        )}
      </h3>
      <ul className={styles.list}>
        {findings.map((finding, index) => (
          <li key={index} className={styles.finding}>
            <span className={styles.place}>
              {finding.line !== undefined &&
                t('report.line', { line: String(finding.line) })}
            </span>
            <span className={styles.kind}>{t(`kindName.${finding.kind}`)}</span>
            <span className={styles.message}>{finding.message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
