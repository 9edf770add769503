import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Switch } from '@backstage/ui';
import { docsReportTranslationRef } from '../translation';
import styles from './ReportsPage.module.css';
import type { useReportFilter } from './useReportFilter';

/** Narrows the list of docs. */
export function ReportFilters(props: {
  filter: ReturnType<typeof useReportFilter>;
}) {
  const { filter } = props;
  const { t } = useTranslationRef(docsReportTranslationRef);
  return (
    <div className={styles.filters}>
      <SearchField
        className={styles.search}
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        value={filter.text}
        onChange={text => filter.set('q', text)}
      />
      <Switch
        label={t('filter.mine')}
        isSelected={filter.isMine}
        onChange={isMine => filter.set('mine', isMine)}
      />
      <Switch
        label={t('filter.faulty')}
        isSelected={filter.isFaulty}
        onChange={isFaulty => filter.set('faulty', isFaulty)}
      />
    </div>
  );
}
