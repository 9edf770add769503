import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DecisionStatus } from '@groundwork/plugin-adr-common';
import { adrTranslationRef } from '../translation';
import styles from './StatusBadge.module.css';

/** Where a decision is in its life, in a word and a colour. */
export function StatusBadge(props: { status: DecisionStatus }) {
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <span className={styles.badge} data-status={props.status}>
      {t(`status.${props.status}`)}
    </span>
  );
}
