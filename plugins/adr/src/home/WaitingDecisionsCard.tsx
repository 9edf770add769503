import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import {
  DECISIONS_PATH,
  decisionPath,
  type WaitingDecision,
} from '@groundwork/plugin-adr-common';
import { decisionsApiRef } from '../api/decisionsApi';
import { CardFrame } from '../components/CardFrame';
import styles from '../components/CardFrame.module.css';
import { Day } from '../components/Day';
import { decisionName } from '../components/DecisionLink';
import { EntityLink } from '../components/EntityLink';
import { adrTranslationRef } from '../translation';

/** Enough to see that something waits; the log has the rest. */
const SHOWN = 5;

function WaitingItem(props: { decision: WaitingDecision }) {
  const { decision } = props;
  const { changeUrl, entityRef, date, reason } = decision;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <li className={styles.item}>
      <Link href={changeUrl ?? decisionPath(decision)} weight="bold" standalone>
        {decisionName(decision)}
      </Link>
      <p className={styles.facts}>
        <EntityLink entityRef={entityRef} />
        {date && <Day day={date} />}
        <span>{t(`waiting.${reason}`)}</span>
      </p>
    </li>
  );
}

/** The proposals that wait for the reader: those that name them, and those about what their groups own. */
export function WaitingDecisionsCard() {
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const state = useAsyncState(() => decisionsApi.listWaiting(), [decisionsApi]);
  return (
    <CardFrame
      title={t('waiting.title')}
      level="h2"
      all={{
        label: t('waiting.all'),
        href: `${DECISIONS_PATH}?status=proposed`,
      }}
    >
      <AsyncView
        subject={t('subject.waiting')}
        state={state}
        isEmpty={decisions => decisions.length === 0}
        empty={
          <EmptyState
            title={t('waiting.empty')}
            description={t('waiting.emptyText')}
          />
        }
      >
        {decisions => (
          <ul className={styles.list}>
            {decisions.slice(0, SHOWN).map(decision => (
              <WaitingItem key={decision.id} decision={decision} />
            ))}
          </ul>
        )}
      </AsyncView>
    </CardFrame>
  );
}
