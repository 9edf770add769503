import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiSearchLine } from '@remixicon/react';
import { useSearchForm } from '../../search/useSearchForm';
import { appTranslationRef } from '../../translation';
import styles from './SearchBox.module.css';

/** Searches the whole portal from any page. */
export function SearchBox() {
  const { t } = useTranslationRef(appTranslationRef);
  const { query, setQuery, submit } = useSearchForm();

  return (
    <form role="search" className={styles.form} onSubmit={submit}>
      <RiSearchLine size={18} aria-hidden="true" className={styles.icon} />
      <input
        type="search"
        className={styles.input}
        aria-label={t('shell.search')}
        placeholder={t('shell.searchPlaceholder')}
        value={query}
        onChange={event => setQuery(event.target.value)}
      />
    </form>
  );
}
