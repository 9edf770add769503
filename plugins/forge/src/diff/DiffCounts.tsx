import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { forgeTranslationRef } from '../translation';
import styles from './DiffCounts.module.css';

/** How many lines were added and removed. */
export function DiffCounts(props: { additions: number; deletions: number }) {
  const { additions, deletions } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <span className={styles.counts}>
      <VisuallyHidden>
        {t('diff.counts', {
          additions: String(additions),
          deletions: String(deletions),
        })}
      </VisuallyHidden>
      <span
        className={styles.additions}
        aria-hidden="true"
        data-count={additions}
      />
      <span
        className={styles.deletions}
        aria-hidden="true"
        data-count={deletions}
      />
    </span>
  );
}
