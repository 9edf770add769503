import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  ButtonLink,
  Container,
  SearchField,
  Select,
  Switch,
} from '@backstage/ui';
import { EmptyState, useAsyncState } from '@groundwork/ui';
import type { Repository } from '@groundwork/plugin-forge-common';
import { RiKey2Line } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { REPOSITORIES_PATH, TOKENS_PATH } from '../addresses';
import { forgeApiRef } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { forgeTranslationRef } from '../translation';
import { filterRepositories } from './filterRepositories';
import { RepositoryTable } from './RepositoryTable';
import styles from './RepositoriesPage.module.css';
import { PageTitle } from '../components/PageTitle';

const ALL = 'all';

function useFilter() {
  const [parameters, setParameters] = useSearchParams();
  const set = (name: string, value: string | undefined) =>
    setParameters(
      current => {
        const next = new URLSearchParams(current);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return {
    text: parameters.get('q') ?? '',
    namespace: parameters.get('namespace') ?? undefined,
    isMine: parameters.get('mine') === 'true',
    set,
  };
}

function Filters(props: {
  filter: ReturnType<typeof useFilter>;
  namespaces: string[];
}) {
  const { filter, namespaces } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <div className={styles.filters}>
      <SearchField
        className={styles.search}
        aria-label={t('repositories.search')}
        placeholder={t('repositories.search')}
        value={filter.text}
        onChange={text => filter.set('q', text)}
      />
      <Select
        aria-label={t('repositories.namespace')}
        options={[
          { id: ALL, label: t('repositories.everyNamespace') },
          ...namespaces.map(name => ({ id: name, label: name })),
        ]}
        value={filter.namespace ?? ALL}
        onChange={key =>
          filter.set('namespace', key === ALL ? undefined : String(key))
        }
      />
      <Switch
        label={t('repositories.mine')}
        isSelected={filter.isMine}
        onChange={isMine => filter.set('mine', isMine ? 'true' : undefined)}
      />
      <ButtonLink
        className={styles.tokens}
        href={TOKENS_PATH}
        variant="secondary"
        size="small"
        iconStart={<RiKey2Line size={16} />}
      >
        {t('tokens.title')}
      </ButtonLink>
    </div>
  );
}

function FilteredRepositories(props: {
  repositories: Repository[];
  owners: string[];
}) {
  const { repositories, owners } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const filter = useFilter();
  const shown = filterRepositories(repositories, { ...filter, owners });
  const namespaces = [...new Set(repositories.map(r => r.namespace))].sort();
  return (
    <>
      <Filters filter={filter} namespaces={namespaces} />
      <p className={styles.count} role="status">
        {t('repositories.count', { count: shown.length })}
      </p>
      {shown.length ? (
        <RepositoryTable repositories={shown} />
      ) : (
        <EmptyState
          title={t('repositories.noMatch')}
          description={t('repositories.noMatchRemedy')}
          action={
            <ButtonLink href={REPOSITORIES_PATH} variant="secondary">
              {t('repositories.clear')}
            </ButtonLink>
          }
        />
      )}
    </>
  );
}

/** Every repository that the reader may see. */
export function RepositoriesPage() {
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const identityApi = useApi(identityApiRef);
  const state = useAsyncState(async () => {
    const [repositories, identity] = await Promise.all([
      forgeApi.listRepositories(),
      identityApi.getBackstageIdentity(),
    ]);
    return { repositories, owners: identity.ownershipEntityRefs };
  }, [forgeApi, identityApi]);
  return (
    <main>
      <PageTitle title={t('repositories.title')} />
      <Container className={styles.page}>
        <ForgeAsyncView
          subject={t('subject.repositories')}
          state={state}
          isEmpty={({ repositories }) => repositories.length === 0}
          empty={
            <EmptyState
              title={t('repositories.empty')}
              description={t('repositories.emptyRemedy')}
              action={
                <ButtonLink href="/create" variant="primary">
                  {t('repositories.create')}
                </ButtonLink>
              }
            />
          }
        >
          {loaded => <FilteredRepositories {...loaded} />}
        </ForgeAsyncView>
      </Container>
    </main>
  );
}
