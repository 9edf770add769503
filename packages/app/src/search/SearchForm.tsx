import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField } from '@backstage/ui';
import { appTranslationRef } from '../translation';
import styles from './SearchForm.module.css';
import { useSearchForm } from './useSearchForm';

/** Takes what the reader looks for to the search page. */
export function SearchForm(props: { label: string; initialQuery?: string }) {
  const { label, initialQuery } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const { query, setQuery, submit } = useSearchForm(initialQuery);

  return (
    <form
      role="search"
      aria-label={label}
      className={styles.form}
      onSubmit={submit}
    >
      <SearchField
        aria-label={label}
        placeholder={label}
        className={styles.field}
        size="medium"
        value={query}
        onChange={setQuery}
      />
      <Button type="submit" variant="primary">
        {t('home.submit')}
      </Button>
    </form>
  );
}
