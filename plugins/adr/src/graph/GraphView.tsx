import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { Select, Switch, Text } from '@backstage/ui';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import type { GraphPayload } from '@groundwork/plugin-adr-common';
import { useSearchParams } from 'react-router-dom';
import { decisionsApiRef } from '../api/decisionsApi';
import { adrTranslationRef } from '../translation';
import { GraphPicture } from './GraphPicture';
import { GraphTable } from './GraphTable';
import styles from './GraphView.module.css';
import { withoutUnlinked } from './layoutGraph';

/** Stands for no system in the list of them. */
const ALL = 'all';

/** What is drawn, kept in the address. */
function useGraphOf() {
  const [parameters, setParameters] = useSearchParams();
  const set = (name: string, value: string | undefined) =>
    setParameters(
      current => {
        const next = new URLSearchParams(current);
        next.delete(name);
        if (value) next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return {
    system: parameters.get('system') ?? undefined,
    relates: parameters.get('relates') === 'true',
    set,
  };
}

/** The systems that have decisions, by their names. */
function useSystems(): { id: string; label: string }[] {
  const decisionsApi = useApi(decisionsApiRef);
  const presentationApi = useApi(entityPresentationApiRef);
  const { value } = useAsyncState(async () => {
    const query = new URLSearchParams({ limit: '1' });
    const { facets } = await decisionsApi.list(query);
    return Promise.all(
      facets.system.map(async ({ value: id }) => {
        const { primaryTitle } = await presentationApi.forEntity(id).promise;
        return { id, label: primaryTitle };
      }),
    );
  }, [decisionsApi, presentationApi]);
  return value ?? [];
}

function SystemChoice(props: {
  value: string | undefined;
  onChange: (system: string | undefined) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const systems = useSystems();
  return (
    <Select
      className={styles.system}
      label={t('graph.system')}
      size="small"
      search={systems.length > 8 || undefined}
      options={[{ id: ALL, label: t('graph.allSystems') }, ...systems]}
      value={value ?? ALL}
      onChange={key => onChange(key === ALL ? undefined : String(key))}
    />
  );
}

function Drawing(props: { payload: GraphPayload }) {
  const { t } = useTranslationRef(adrTranslationRef);
  const { graph, unlinked } = withoutUnlinked(props.payload);
  if (graph.edges.length === 0) {
    return (
      <EmptyState title={t('graph.empty')} description={t('graph.emptyText')} />
    );
  }
  return (
    <>
      <GraphPicture graph={graph} />
      {unlinked > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('graph.unlinked', { count: unlinked })}
        </Text>
      )}
      {graph.isCut && (
        <Text as="p" variant="body-small" color="secondary">
          {t('graph.isCut')}
        </Text>
      )}
      <GraphTable graph={graph} />
    </>
  );
}

/** Which decisions replaced or changed which, as a picture and in words. */
export function GraphView() {
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const { system, relates, set } = useGraphOf();
  const state = useAsyncState(
    () => decisionsApi.graph({ system, relates }),
    [decisionsApi, system, relates],
  );
  return (
    <div className={styles.view}>
      <div className={styles.controls}>
        <SystemChoice value={system} onChange={value => set('system', value)} />
        <Switch
          label={t('graph.relates')}
          isSelected={relates}
          onChange={isOn => set('relates', isOn ? 'true' : undefined)}
        />
      </div>
      <AsyncView subject={t('subject.graph')} state={state}>
        {payload => <Drawing payload={payload} />}
      </AsyncView>
    </div>
  );
}
