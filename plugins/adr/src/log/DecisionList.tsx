import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import type { DecisionPage } from '@groundwork/plugin-adr-common';
import { useEffect, useState } from 'react';
import { decisionsApiRef } from '../api/decisionsApi';
import { useLanguage } from '../components/Day';
import { formatMonth } from '../components/days';
import { DecisionTable } from '../components/DecisionTable';
import { adrTranslationRef } from '../translation';
import styles from './DecisionList.module.css';
import { Filters } from './Filters';
import { Pagination } from './Pagination';
import { PAGE_SIZE, type LogQueryState } from './useLogQuery';

const SORTS = ['relevance', 'title', 'number', 'status'] as const;

function ListHead(props: { total: number; query: LogQueryState }) {
  const { total, query } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const language = useLanguage();
  return (
    <div className={styles.head}>
      <p className={styles.count} role="status">
        {t('log.count', { count: total })}
        {query.month &&
          ` · ${t('log.month', { month: formatMonth(query.month, language) })}`}
      </p>
      {query.month && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => query.set('month', [])}
        >
          {t('log.monthClear')}
        </Button>
      )}
      <Select
        className={styles.sort}
        size="small"
        aria-label={t('sort.label')}
        options={SORTS.map(id => ({ id, label: t(`sort.${id}`) }))}
        value={query.sort}
        onChange={key =>
          query.set('sort', key === 'relevance' ? [] : [String(key)])
        }
      />
    </div>
  );
}

function Results(props: { page: DecisionPage; query: LogQueryState }) {
  const { page, query } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  if (page.total === 0) {
    return query.hasFilters ? (
      <EmptyState
        title={t('log.noMatch')}
        description={t('log.noMatchText')}
        action={
          <Button variant="secondary" onPress={query.clear}>
            {t('log.clear')}
          </Button>
        }
      />
    ) : (
      <EmptyState title={t('log.empty')} description={t('log.emptyText')} />
    );
  }
  return (
    <>
      <ListHead total={page.total} query={query} />
      <DecisionTable decisions={page.items} caption={t('log.title')} />
      <Pagination
        page={query.page}
        pages={Math.ceil(page.total / PAGE_SIZE)}
        onChange={query.setPage}
      />
    </>
  );
}

/** While the next answer is on its way, the last one stays, so that the page does not jump. */
function useLastValue<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  useEffect(() => {
    if (value !== undefined) setLast(value);
  }, [value]);
  return value ?? last;
}

/** The decisions that match, with what they can be narrowed by. */
export function DecisionList(props: { query: LogQueryState }) {
  const { query } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const request = query.request.toString();
  const state = useAsyncState(
    () => decisionsApi.list(new URLSearchParams(request)),
    [decisionsApi, request],
  );
  const value = useLastValue(state.value);
  return (
    <AsyncView
      subject={t('subject.decisions')}
      state={state.error ? state : { ...state, value }}
    >
      {page => (
        <div className={styles.layout} aria-busy={!state.value}>
          <Filters facets={page.facets} query={query} />
          <div className={styles.results}>
            <Results page={page} query={query} />
          </div>
        </div>
      )}
    </AsyncView>
  );
}
