import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { FACETS, type Facets } from '@groundwork/plugin-adr-common';
import { RiFilter3Line } from '@remixicon/react';
import { useId, useState } from 'react';
import { adrTranslationRef } from '../translation';
import { FacetList } from './FacetList';
import styles from './Filters.module.css';
import type { LogQueryState } from './useLogQuery';

/** What the list can be narrowed by; on a phone behind a button. */
export function Filters(props: { facets: Facets; query: LogQueryState }) {
  const { facets, query } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <aside className={styles.filters} aria-label={t('log.filters')}>
      <div className={styles.toggle}>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiFilter3Line size={16} />}
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? t('log.filtersHide') : t('log.filtersShow')}
        </Button>
      </div>
      <div id={id} className={styles.facets} data-open={isOpen}>
        {FACETS.map(facet => (
          <FacetList
            key={facet}
            facet={facet}
            values={facets[facet]}
            chosen={query.chosen[facet]}
            onChange={values => query.set(facet, values)}
          />
        ))}
        {query.hasFilters && (
          <Button size="small" variant="secondary" onPress={query.clear}>
            {t('log.clear')}
          </Button>
        )}
      </div>
    </aside>
  );
}
