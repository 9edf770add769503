import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import {
  FINDING_KINDS,
  type FindingCounts,
} from '@groundwork/plugin-docs-report-common';
import { docsReportTranslationRef } from '../translation';
import styles from './KindCounts.module.css';

/** How many findings of each kind there are. */
export function KindCounts(props: { counts: FindingCounts }) {
  const { t } = useTranslationRef(docsReportTranslationRef);
  const kinds = FINDING_KINDS.flatMap(kind => {
    const count = props.counts[kind];
    return count ? [{ kind, count }] : [];
  });
  return (
    <ul className={styles.list}>
      {kinds.map(({ kind, count }) => (
        <li key={kind}>
          <Badge size="small">{t(`kind.${kind}`, { count })}</Badge>
        </li>
      ))}
    </ul>
  );
}
