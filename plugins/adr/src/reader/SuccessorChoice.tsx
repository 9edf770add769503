import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { AsyncView, useAsyncState } from '@groundwork/ui';
import type { DecisionSummary } from '@groundwork/plugin-adr-common';
import { decisionsApiRef } from '../api/decisionsApi';
import { decisionName } from '../components/DecisionLink';
import { adrTranslationRef } from '../translation';

/** Chooses among the accepted decisions of the same repository the one that replaces this one. */
export function SuccessorChoice(props: {
  decision: Pick<DecisionSummary, 'id' | 'source'>;
  value: string | undefined;
  onChange: (id: string) => void;
}) {
  const { decision, value, onChange } = props;
  const { id, source } = decision;
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const state = useAsyncState(async () => {
    const { nodes } = await decisionsApi.graph({ source });
    return nodes.filter(node => node.status === 'accepted' && node.id !== id);
  }, [decisionsApi, source, id]);
  return (
    <AsyncView
      subject={t('subject.decisions')}
      state={state}
      isEmpty={nodes => nodes.length === 0}
      empty={<p>{t('verdict.noSuccessor')}</p>}
    >
      {nodes => (
        <Select
          label={t('verdict.successor')}
          isRequired
          search={nodes.length > 8 || undefined}
          options={nodes.map(node => ({
            id: node.id,
            label: decisionName(node),
          }))}
          value={value ?? null}
          onChange={key => key !== null && onChange(String(key))}
        />
      )}
    </AsyncView>
  );
}
