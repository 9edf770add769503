import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { adrTranslationRef } from '../translation';
import styles from './Pagination.module.css';

/** Leads through a long list, page by page. */
export function Pagination(props: {
  page: number;
  pages: number;
  onChange: (page: number) => void;
}) {
  const { page, pages, onChange } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  if (pages < 2) {
    return null;
  }
  return (
    <div className={styles.pagination}>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiArrowLeftSLine size={16} />}
        isDisabled={page <= 1}
        onPress={() => onChange(page - 1)}
      >
        {t('log.previous')}
      </Button>
      <span className={styles.position}>
        {t('log.page', { page: String(page), pages: String(pages) })}
      </span>
      <Button
        size="small"
        variant="secondary"
        iconEnd={<RiArrowRightSLine size={16} />}
        isDisabled={page >= pages}
        onPress={() => onChange(page + 1)}
      >
        {t('log.next')}
      </Button>
    </div>
  );
}
