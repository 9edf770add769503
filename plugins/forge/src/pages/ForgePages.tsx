import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container } from '@backstage/ui';
import { EmptyState } from '@groundwork/ui';
import { parseForgePath } from '@groundwork/plugin-forge-common';
import { lazy, Suspense, type ComponentType } from 'react';
import { useLocation } from 'react-router-dom';
import { REPOSITORIES_PATH, TOKENS_PATH } from '../addresses';
import { Loading } from '../components/Loading';
import { RepositoryFrame } from '../components/RepositoryFrame';
import { forgeTranslationRef } from '../translation';

/** A page inside a repository, given what its address says after the view. */
type View = ComponentType<{ rest: string }>;

const RepositoriesPage = lazy(() =>
  import('./RepositoriesPage').then(m => ({ default: m.RepositoriesPage })),
);
const TokensPage = lazy(() =>
  import('./TokensPage').then(m => ({ default: m.TokensPage })),
);
const FilesPage = lazy(() =>
  import('./FilesPage').then(m => ({ default: m.FilesPage })),
);
const EditPage = lazy(() =>
  import('./EditPage').then(m => ({ default: m.EditPage })),
);
const HistoryPage = lazy(() =>
  import('./HistoryPage').then(m => ({ default: m.HistoryPage })),
);
const CommitPage = lazy(() =>
  import('./CommitPage').then(m => ({ default: m.CommitPage })),
);
const ChangesPage = lazy(() =>
  import('./ChangesPage').then(m => ({ default: m.ChangesPage })),
);
const NewChangePage = lazy(() =>
  import('./NewChangePage').then(m => ({ default: m.NewChangePage })),
);
const ChangePage = lazy(() =>
  import('./ChangePage').then(m => ({ default: m.ChangePage })),
);

const VIEWS: Record<string, View> = {
  tree: FilesPage,
  blob: FilesPage,
  raw: FilesPage,
  edit: EditPage,
  commits: HistoryPage,
  commit: CommitPage,
};

function changesView(rest: string): View | undefined {
  if (!rest) return ChangesPage;
  if (rest === 'new') return NewChangePage;
  return /^[1-9]\d*$/.test(rest) ? ChangePage : undefined;
}

function NoSuchPage() {
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <EmptyState
      title={t('notFound.page')}
      description={t('notFound.pageRemedy')}
      action={
        <ButtonLink href={REPOSITORIES_PATH} variant="secondary">
          {t('repositories.all')}
        </ButtonLink>
      }
    />
  );
}

function RepositoryPage(props: { path: string }) {
  const place = parseForgePath(props.path);
  if (!place) {
    return (
      <Container>
        <NoSuchPage />
      </Container>
    );
  }
  const view = 'view' in place ? place.view : 'tree';
  const rest = 'view' in place ? place.rest : '';
  const Page = view === 'changes' ? changesView(rest) : VIEWS[view];
  return (
    <RepositoryFrame namespace={place.namespace} name={place.name} view={view}>
      {Page ? <Page rest={rest} /> : <NoSuchPage />}
    </RepositoryFrame>
  );
}

/** Everything below `/forge`: the address decides which page of which repository is shown. */
export function ForgePages() {
  const path = useLocation()
    .pathname.slice(REPOSITORIES_PATH.length)
    .replace(/\/+$/, '');
  if (!path) {
    return (
      <Suspense fallback={<Loading />}>
        <RepositoriesPage />
      </Suspense>
    );
  }
  if (path === TOKENS_PATH.slice(REPOSITORIES_PATH.length)) {
    return (
      <Suspense fallback={<Loading />}>
        <TokensPage />
      </Suspense>
    );
  }
  return <RepositoryPage path={path} />;
}
