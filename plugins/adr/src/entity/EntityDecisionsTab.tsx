import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import type {
  DecisionSummary,
  EntityDecisions,
} from '@groundwork/plugin-adr-common';
import { decisionsApiRef } from '../api/decisionsApi';
import { DecisionTable } from '../components/DecisionTable';
import { ProposeLink } from '../components/ProposeLink';
import { SourceAlert } from '../components/SourceAlert';
import { ProposalPanel } from '../log/ProposalPanel';
import { adrTranslationRef } from '../translation';
import styles from './EntityDecisionsTab.module.css';

function isEmpty(decisions: EntityDecisions): boolean {
  const { own, inherited, affecting, proposals } = decisions;
  return [own, inherited, affecting, proposals].every(
    ({ length }) => length === 0,
  );
}

function Group(props: { title: string; decisions: DecisionSummary[] }) {
  const { title, decisions } = props;
  return decisions.length > 0 ? (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <DecisionTable decisions={decisions} caption={title} />
    </section>
  ) : null;
}

function Decisions(props: { decisions: EntityDecisions; entityRef: string }) {
  const { decisions, entityRef } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <div className={styles.groups}>
      <div>
        <ProposeLink entityRef={entityRef} />
      </div>
      <SourceAlert sources={decisions.sources} />
      <ProposalPanel proposals={decisions.proposals} />
      <Group title={t('entity.own')} decisions={decisions.own} />
      <Group title={t('entity.inherited')} decisions={decisions.inherited} />
      <Group title={t('entity.affecting')} decisions={decisions.affecting} />
    </div>
  );
}

/** What was decided about an entity, about the system that it is part of, and elsewhere with consequences for it. */
export function EntityDecisionsTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const state = useAsyncState(
    () => decisionsApi.ofEntity(entityRef),
    [decisionsApi, entityRef],
  );
  return (
    <AsyncView
      subject={t('subject.entity', { name: entity.metadata.name })}
      state={state}
      isEmpty={isEmpty}
      empty={
        <EmptyState
          title={t('entity.empty')}
          description={t('entity.emptyText')}
          action={<ProposeLink entityRef={entityRef} />}
        />
      }
    >
      {decisions => <Decisions decisions={decisions} entityRef={entityRef} />}
    </AsyncView>
  );
}
