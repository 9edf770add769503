import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { EmptyState, useAction, useAsyncState } from '@groundwork/ui';
import type { Commit } from '@groundwork/plugin-forge-common';
import { useState } from 'react';
import { viewPath } from '../addresses';
import { forgeApiRef, type Located } from '../api/forgeApi';
import { ActionFailure } from '../components/ActionFailure';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { PathTrail } from '../components/PathTrail';
import { useRepository } from '../components/RepositoryContext';
import { RevisionPicker } from '../components/RevisionPicker';
import { Toolbar } from '../components/Toolbar';
import { forgeTranslationRef } from '../translation';
import { CommitDays } from './CommitDays';
import { LocatedView } from './LocatedView';
import styles from './HistoryPage.module.css';
import { PageTitle } from '../components/PageTitle';

/** About one screen and a half. */
const PAGE_SIZE = 30;

function useCommits(located: Located) {
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const { commit: revision, path } = located;
  const [more, setMore] = useState<{ items: Commit[]; nextCursor?: string }>();
  const state = useAsyncState(
    () =>
      forgeApi.listCommits(
        { namespace, name },
        { revision, path, limit: PAGE_SIZE },
      ),
    [forgeApi, namespace, name, revision, path],
  );
  const items = [...(state.value?.items ?? []), ...(more?.items ?? [])];
  const cursor = more ? more.nextCursor : state.value?.nextCursor;
  const next = useAction(async () => {
    const page = await forgeApi.listCommits(
      { namespace, name },
      { revision, path, limit: PAGE_SIZE, cursor },
    );
    setMore({
      items: [...(more?.items ?? []), ...page.items],
      nextCursor: page.nextCursor,
    });
  });
  return { state, items, hasMore: cursor !== undefined, next };
}

function History(props: { located: Located }) {
  const { located } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const { state, items, hasMore, next } = useCommits(located);
  return (
    <ForgeAsyncView
      subject={t('subject.history')}
      state={state}
      isEmpty={page => page.items.length === 0}
      empty={
        <EmptyState
          title={t('history.empty')}
          description={t('history.emptyRemedy')}
        />
      }
    >
      {() => (
        <div className={styles.history}>
          <CommitDays commits={items} />
          {next.error !== undefined && (
            <ActionFailure title={t('history.failed')} error={next.error} />
          )}
          {hasMore && (
            <Button
              variant="secondary"
              isPending={next.isPending}
              onPress={() => next.run()}
            >
              {t('history.more')}
            </Button>
          )}
        </div>
      )}
    </ForgeAsyncView>
  );
}

/** The commits of a branch or tag, newest first; those of one file or directory when the address names it. */
export function HistoryPage(props: { rest: string }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  const { namespace, name } = repository;
  return (
    <>
      <PageTitle title={`${t('tabs.history')} · ${namespace}/${name}`} />
      <LocatedView rest={props.rest} subject={t('subject.history')}>
        {located => (
          <>
            <Toolbar>
              <RevisionPicker
                revision={located.revision}
                hrefOf={revision =>
                  viewPath(repository, 'commits', revision, located.path)
                }
              />
              <PathTrail place={located} />
            </Toolbar>
            <History
              key={`${located.commit}:${located.path}`}
              located={located}
            />
          </>
        )}
      </LocatedView>
    </>
  );
}
