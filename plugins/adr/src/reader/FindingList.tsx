import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { DecisionDetail, Severity } from '@groundwork/plugin-adr-common';
import {
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { Panel } from '../components/Panel';
import { adrTranslationRef } from '../translation';
import styles from './FindingList.module.css';

type Finding = DecisionDetail['findings'][number];

const ICONS: Record<Severity, ReactNode> = {
  error: <RiCloseCircleLine size={16} aria-hidden="true" />,
  warning: <RiErrorWarningLine size={16} aria-hidden="true" />,
  info: <RiInformationLine size={16} aria-hidden="true" />,
};

function FindingItem(props: { finding: Finding; viewUrl?: string }) {
  const { finding, viewUrl } = props;
  const { rule, severity, line, message, remedy } = finding;
  const { t } = useTranslationRef(adrTranslationRef);
  const place = t('reader.findingLine', { line: String(line) });
  return (
    <li className={styles.finding}>
      <p className={styles.head} data-severity={severity}>
        {ICONS[severity]}
        <span>{t(`severity.${severity}`)}</span>
        <code className={styles.rule}>{rule}</code>
      </p>
      <p>{message}</p>
      <p className={styles.remedy}>{remedy}</p>
      {viewUrl ? (
        <Link href={`${viewUrl}#L${line}`} variant="body-small">
          {place}
        </Link>
      ) : (
        <span>{place}</span>
      )}
    </li>
  );
}

/** What is to be mended in a record: which rule, how bad, where, and how. */
export function FindingList(props: {
  findings: Finding[];
  viewUrl?: string;
  actions?: ReactNode;
}) {
  const { findings, viewUrl, actions } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  if (findings.length === 0) {
    return null;
  }
  return (
    <Panel title={t('reader.findings')}>
      <ul className={styles.list}>
        {findings.map(finding => (
          <FindingItem
            key={`${finding.rule} ${finding.line} ${finding.message}`}
            finding={finding}
            viewUrl={viewUrl}
          />
        ))}
      </ul>
      {actions}
    </Panel>
  );
}
