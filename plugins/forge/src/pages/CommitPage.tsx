import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Text } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import type { Commit } from '@groundwork/plugin-forge-common';
import { viewPath } from '../addresses';
import { forgeApiRef } from '../api/forgeApi';
import { Ago } from '../components/Ago';
import { CommitId, shortId } from '../components/CommitId';
import { CopyButton } from '../components/CopyButton';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { Panel } from '../components/Panel';
import { useRepository } from '../components/RepositoryContext';
import { DiffView } from '../diff/DiffView';
import { forgeTranslationRef } from '../translation';
import styles from './CommitPage.module.css';
import { PageTitle } from '../components/PageTitle';

function CommitHead(props: { commit: Commit }) {
  const { commit } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  return (
    <Panel
      title={commit.title}
      actions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={viewPath(repository, 'tree', commit.id)}
        >
          {t('commit.browse')}
        </ButtonLink>
      }
    >
      <div className={styles.head}>
        {commit.body && <pre className={styles.body}>{commit.body}</pre>}
        <p className={styles.facts}>
          <Text as="span" variant="body-small" weight="bold">
            {commit.author.name}
          </Text>
          <span>
            <Ago at={commit.committedAt} />
          </span>
          <span className={styles.fact}>
            <span>{t('commit.id')}</span>
            <code>{shortId(commit.id)}</code>
            <CopyButton text={commit.id} label={t('commit.copy')} />
          </span>
          {commit.parents.map(parent => (
            <span key={parent} className={styles.fact}>
              <span>{t('commit.parent')}</span>
              <CommitId id={parent} />
            </span>
          ))}
        </p>
      </div>
    </Panel>
  );
}

/** One commit: what its author said, and what it changed. */
export function CommitPage(props: { rest: string }) {
  const id = props.rest;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const repository = useRepository();
  const { namespace, name } = repository;
  const state = useAsyncState(
    () => forgeApi.getCommit({ namespace, name }, id),
    [forgeApi, namespace, name, id],
  );
  return (
    <ForgeAsyncView
      subject={t('subject.commit', { id: shortId(id) })}
      state={state}
      onwards={
        <ButtonLink href={viewPath(repository, 'commits')} variant="secondary">
          {t('history.all')}
        </ButtonLink>
      }
    >
      {commit => (
        <>
          <PageTitle title={`${commit.title} · ${namespace}/${name}`} />
          <CommitHead commit={commit} />
          <DiffView diff={commit.diff} />
        </>
      )}
    </ForgeAsyncView>
  );
}
