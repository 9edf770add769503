import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { EmptyState, useAsyncState } from '@groundwork/ui';
import type { Change } from '@groundwork/plugin-forge-common';
import { RiGitPullRequestLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { newChangePath } from '../addresses';
import { forgeApiRef } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { Panel } from '../components/Panel';
import { useRepository } from '../components/RepositoryContext';
import { Toolbar } from '../components/Toolbar';
import { forgeTranslationRef } from '../translation';
import { ChangeList } from './ChangeList';
import { PageTitle } from '../components/PageTitle';

const STATES = ['open', 'merged', 'closed'] as const;

function useShownState() {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('state');
  const state = STATES.find(name => name === asked) ?? 'open';
  const show = (next: string) =>
    setParameters(next === 'open' ? {} : { state: next });
  return [state, show] as const;
}

function Changes(props: { shown: Change['state'] }) {
  const { shown } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const repository = useRepository();
  const { namespace, name } = repository;
  const state = useAsyncState(
    () => forgeApi.listChanges({ namespace, name }, shown),
    [forgeApi, namespace, name, shown],
  );
  return (
    <ForgeAsyncView
      subject={t('subject.changes')}
      state={state}
      isEmpty={changes => changes.length === 0}
      empty={
        <EmptyState
          title={t(`changes.empty.${shown}`)}
          description={t('changes.emptyRemedy')}
        />
      }
    >
      {changes => (
        <Panel isFlush title={t(`changes.states.${shown}`)}>
          <ChangeList isPadded repository={repository} changes={changes} />
        </Panel>
      )}
    </ForgeAsyncView>
  );
}

/** The proposed changes of a repository. */
export function ChangesPage() {
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  const [shown, show] = useShownState();
  const canOpen =
    repository.head && (repository.access.propose || repository.access.push);
  return (
    <>
      <PageTitle
        title={`${t('tabs.changes')} · ${repository.namespace}/${
          repository.name
        }`}
      />
      <Toolbar
        actions={
          canOpen && (
            <ButtonLink
              size="small"
              variant="primary"
              iconStart={<RiGitPullRequestLine size={16} />}
              href={newChangePath(repository)}
            >
              {t('changes.open')}
            </ButtonLink>
          )
        }
      >
        <ToggleButtonGroup
          aria-label={t('changes.filter')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown]}
          onSelectionChange={keys => show(String([...keys][0]))}
        >
          {STATES.map(state => (
            <ToggleButton key={state} id={state}>
              {t(`changes.states.${state}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Toolbar>
      <Changes shown={shown} />
    </>
  );
}
