import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { AsyncView, useAsyncState } from '@groundwork/ui';
import type { DecisionDetail } from '@groundwork/plugin-adr-common';
import { useState } from 'react';
import { decisionsApiRef } from '../api/decisionsApi';
import { useLanguage } from '../components/Day';
import { formatMoment } from '../components/days';
import { Panel } from '../components/Panel';
import { adrTranslationRef } from '../translation';
import styles from './History.module.css';

function Commits(props: { id: string }) {
  const { id } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const language = useLanguage();
  const decisionsApi = useApi(decisionsApiRef);
  const state = useAsyncState(
    () => decisionsApi.getHistory(id),
    [decisionsApi, id],
  );
  return (
    <AsyncView
      subject={t('subject.history')}
      state={state}
      isEmpty={entries => entries.length === 0}
      empty={<p className={styles.none}>{t('reader.noHistory')}</p>}
    >
      {entries => (
        <ol className={styles.list}>
          {entries.map(({ id: commit, title, author, at }) => (
            <li key={commit}>
              <span className={styles.title}>{title}</span>
              <span className={styles.by}>
                {`${author} · ${formatMoment(at, language)}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </AsyncView>
  );
}

/** The commits that touched a record; asked of the host only when somebody wants to see them. */
export function History(props: {
  decision: Pick<DecisionDetail, 'id' | 'historyUrl'>;
}) {
  const { id, historyUrl } = props.decision;
  const { t } = useTranslationRef(adrTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t('reader.history')}>
      {isOpen ? (
        <Commits id={id} />
      ) : (
        <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
          {t('reader.historyShow')}
        </Button>
      )}
      {isOpen && historyUrl && (
        <Link href={historyUrl} variant="body-small">
          {t('reader.historyAll')}
        </Link>
      )}
    </Panel>
  );
}
