import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, ButtonLink, Container, Header } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import { Suspense, type ReactNode } from 'react';
import { REPOSITORIES_PATH, repositoryPath, viewPath } from '../addresses';
import { forgeApiRef, type AccessibleRepository } from '../api/forgeApi';
import { forgeTranslationRef } from '../translation';
import { CloneButton } from './CloneButton';
import { ForgeAsyncView } from './ForgeAsyncView';
import { Loading } from './Loading';
import { Person } from './Person';
import { RepositoryContext } from './RepositoryContext';
import styles from './RepositoryFrame.module.css';
import { PageTitle } from './PageTitle';

/** Which tab a view belongs to; all others belong to the files. */
const TABS: Record<string, string> = {
  commits: 'history',
  commit: 'history',
  changes: 'changes',
};

function useTabs(name: RepositoryName, openChanges: number) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const changes = openChanges
    ? t('tabs.changesWithCount', { amount: String(openChanges) })
    : t('tabs.changes');
  return [
    { id: 'files', label: t('tabs.files'), href: repositoryPath(name) },
    {
      id: 'history',
      label: t('tabs.history'),
      href: viewPath(name, 'commits'),
    },
    { id: 'changes', label: changes, href: viewPath(name, 'changes') },
  ];
}

function RepositoryHeader(props: {
  repository: AccessibleRepository;
  openChanges: number;
  view: string;
}) {
  const { repository, openChanges, view } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const tabs = useTabs(repository, openChanges);
  const { namespace, name, owner, isExample } = repository;
  const metadata = [
    ...(owner
      ? [{ label: t('repository.owner'), value: <Person reference={owner} /> }]
      : []),
    ...(isExample
      ? [
          {
            label: t('repository.origin'),
            value: <Badge size="small">{t('repository.example')}</Badge>,
          },
        ]
      : []),
  ];
  return (
    <Header
      title={name}
      breadcrumbs={[
        {
          label: namespace,
          href: `${REPOSITORIES_PATH}?namespace=${encodeURIComponent(
            namespace,
          )}`,
        },
      ]}
      description={repository.description}
      metadata={metadata}
      tabs={tabs}
      activeTabId={TABS[view] ?? 'files'}
      customActions={<CloneButton repository={repository} />}
    />
  );
}

/** The head and the tabs of a repository around one of its views. */
export function RepositoryFrame(props: {
  namespace: string;
  name: string;
  view: string;
  children: ReactNode;
}) {
  const { namespace, name, view, children } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const state = useAsyncState(async () => {
    const [repository, open] = await Promise.all([
      forgeApi.getRepository({ namespace, name }),
      forgeApi.listChanges({ namespace, name }, 'open'),
    ]);
    return { repository, openChanges: open.length };
  }, [forgeApi, namespace, name]);
  const fullName = formatRepositoryName({ namespace, name });

  return (
    <main className={styles.page}>
      {!state.value && (
        <Container className={styles.body}>
          {state.error && <PageTitle title={fullName} />}
          <ForgeAsyncView
            subject={t('subject.repository', { name: fullName })}
            state={state}
            onwards={
              <ButtonLink href={REPOSITORIES_PATH} variant="secondary">
                {t('repositories.all')}
              </ButtonLink>
            }
          >
            {() => null}
          </ForgeAsyncView>
        </Container>
      )}
      {state.value && (
        <RepositoryContext.Provider value={state.value.repository}>
          <RepositoryHeader {...state.value} view={view} />
          <Container className={styles.body}>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </Container>
        </RepositoryContext.Provider>
      )}
    </main>
  );
}
