import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import {
  DECISIONS_PATH,
  type TimelineMonth,
} from '@groundwork/plugin-adr-common';
import { decisionsApiRef } from '../api/decisionsApi';
import { useLanguage } from '../components/Day';
import { formatMonth } from '../components/days';
import { EntityName } from '../components/EntityLink';
import type { LogQueryState } from '../log/useLogQuery';
import { adrTranslationRef } from '../translation';
import { MonthBar } from './MonthBar';
import styles from './TimelineView.module.css';
import { assignTones, type ToneOf } from './tones';

function MonthRow(props: {
  month: TimelineMonth;
  largest: number;
  toneOf: ToneOf;
}) {
  const { month, largest, toneOf } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const language = useLanguage();
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.month}>
        <Link href={`${DECISIONS_PATH}?month=${month.month}`} standalone>
          {formatMonth(month.month, language)}
        </Link>
      </th>
      <td>
        <div className={styles.amount}>
          <span>{month.total}</span>
          <MonthBar month={month} largest={largest} toneOf={toneOf} />
        </div>
      </td>
      <td className={styles.systems}>
        {month.systems.map(({ systemRef, count }) => (
          <span key={systemRef ?? ''} className={styles.system}>
            <span className={styles.mark} data-tone={toneOf(systemRef)} />
            {systemRef ? (
              <EntityName entityRef={systemRef} />
            ) : (
              t('timeline.noSystem')
            )}{' '}
            {count}
          </span>
        ))}
      </td>
    </tr>
  );
}

function withoutPage(request: URLSearchParams): string {
  const query = new URLSearchParams(request);
  ['limit', 'offset', 'sort', 'order'].forEach(name => query.delete(name));
  return query.toString();
}

function Months(props: { months: TimelineMonth[] }) {
  const { months } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const toneOf = assignTones(months);
  const largest = Math.max(...months.map(({ total }) => total));
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{t('timeline.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('timeline.month')}</th>
            <th scope="col">{t('timeline.decisions')}</th>
            <th scope="col">{t('timeline.systems')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(month => (
            <MonthRow
              key={month.month}
              month={month}
              largest={largest}
              toneOf={toneOf}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many decisions were made in each month, by system; a month leads to its decisions. */
export function TimelineView(props: { query: LogQueryState }) {
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const request = withoutPage(props.query.request);
  const state = useAsyncState(
    () => decisionsApi.timeline(new URLSearchParams(request)),
    [decisionsApi, request],
  );
  return (
    <AsyncView
      subject={t('subject.timeline')}
      state={state}
      isEmpty={months => months.length === 0}
      empty={
        <EmptyState
          title={t('timeline.empty')}
          description={t('timeline.emptyText')}
        />
      }
    >
      {months => <Months months={months} />}
    </AsyncView>
  );
}
