import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import type { Change } from '@groundwork/plugin-forge-common';
import { useState } from 'react';
import { viewPath } from '../addresses';
import { forgeApiRef } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { useRepository } from '../components/RepositoryContext';
import { DiffView } from '../diff/DiffView';
import { forgeTranslationRef } from '../translation';
import { ChangeEnd } from './change/ChangeEnd';
import { ChangeSummary } from './change/ChangeSummary';
import { ReviewForm } from './change/ReviewForm';
import { ReviewList } from './change/ReviewList';
import styles from './ChangePage.module.css';
import { PageTitle } from '../components/PageTitle';

function ChangeDiff(props: { change: Change }) {
  const { number, head } = props.change;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const state = useAsyncState(
    () => forgeApi.getChangeDiff({ namespace, name, number }),
    [forgeApi, namespace, name, number, head],
  );
  return (
    <ForgeAsyncView subject={t('subject.diff')} state={state}>
      {diff => <DiffView diff={diff} />}
    </ForgeAsyncView>
  );
}

function LoadedChange(props: { loaded: Change; onReload: () => void }) {
  const { loaded, onReload } = props;
  const identityApi = useApi(identityApiRef);
  const { namespace, name } = useRepository();
  // Actions answer with the change as it is after them.
  const [updated, setUpdated] = useState<Change>();
  const change = updated ?? loaded;
  const { value: identity } = useAsyncState(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  const isAuthor = identity?.userEntityRef === change.author;
  const action = { change, isAuthor, onChange: setUpdated, onReload };

  return (
    <div className={styles.change}>
      <PageTitle
        title={`${change.title} · #${change.number} · ${namespace}/${name}`}
      />
      <ChangeSummary {...action} />
      <div className={styles.talk}>
        <div className={styles.reviews}>
          <ReviewList change={change} />
          {change.state === 'open' && identity && <ReviewForm {...action} />}
        </div>
        <ChangeEnd {...action} />
      </div>
      <ChangeDiff change={change} />
    </div>
  );
}

/** One change: what it is for, what others say of it, what it does, and its end. */
export function ChangePage(props: { rest: string }) {
  const number = Number(props.rest);
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const repository = useRepository();
  const { namespace, name } = repository;
  const state = useAsyncState(
    () => forgeApi.getChange({ namespace, name, number }),
    [forgeApi, namespace, name, number],
  );
  return (
    <ForgeAsyncView
      subject={t('subject.change', { number: props.rest })}
      state={state}
      onwards={
        <ButtonLink href={viewPath(repository, 'changes')} variant="secondary">
          {t('changes.all')}
        </ButtonLink>
      }
    >
      {loaded => (
        <LoadedChange
          key={loaded.number}
          loaded={loaded}
          onReload={() => state.retry?.()}
        />
      )}
    </ForgeAsyncView>
  );
}
