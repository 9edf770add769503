import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import type {
  DecisionSummary,
  EntityDecisions,
} from '@groundwork/plugin-adr-common';
import { decisionsApiRef } from '../api/decisionsApi';
import { CardFrame } from '../components/CardFrame';
import styles from '../components/CardFrame.module.css';
import { Day } from '../components/Day';
import { DecisionLink } from '../components/DecisionLink';
import { entityPath } from '../components/EntityLink';
import { ProposeLink } from '../components/ProposeLink';
import { StatusBadge } from '../components/StatusBadge';
import { adrTranslationRef } from '../translation';

/** Enough to see what was decided last; the tab has the rest. */
const SHOWN = 4;

/** Its own decisions first; an entity without any lives by those of its system. */
function shownOf({ own, inherited }: EntityDecisions): DecisionSummary[] {
  return (own.length > 0 ? own : inherited).slice(0, SHOWN);
}

function Item(props: { decision: DecisionSummary }) {
  const { decision } = props;
  return (
    <li className={styles.item}>
      <DecisionLink decision={decision} isBold />
      <p className={styles.facts}>
        <StatusBadge status={decision.status} />
        {decision.date && <Day day={decision.date} />}
      </p>
    </li>
  );
}

/** The latest decisions about an entity, on its overview. */
export function DecisionsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const state = useAsyncState(
    () => decisionsApi.ofEntity(entityRef),
    [decisionsApi, entityRef],
  );
  return (
    <CardFrame
      title={t('card.title')}
      level="h3"
      all={{ label: t('card.all'), href: `${entityPath(entityRef)}/decisions` }}
    >
      <AsyncView
        subject={t('subject.entity', { name: entity.metadata.name })}
        state={state}
        isEmpty={decisions => shownOf(decisions).length === 0}
        empty={
          <EmptyState
            title={t('card.empty')}
            description={t('card.emptyText')}
            action={<ProposeLink entityRef={entityRef} />}
          />
        }
      >
        {decisions => (
          <ul className={styles.list}>
            {shownOf(decisions).map(decision => (
              <Item key={decision.id} decision={decision} />
            ))}
          </ul>
        )}
      </AsyncView>
    </CardFrame>
  );
}
