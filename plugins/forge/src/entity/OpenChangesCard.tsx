import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { EmptyState, useAsyncState } from '@groundwork/ui';
import type { RepositoryName } from '@groundwork/plugin-forge-common';
import { useId } from 'react';
import { viewPath } from '../addresses';
import { forgeApiRef } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { ChangeList } from '../pages/ChangeList';
import { forgeTranslationRef } from '../translation';
import { repositoryOf } from './repositoryOf';
import styles from './OpenChangesCard.module.css';

function OpenChanges(props: { repository: RepositoryName }) {
  const { namespace, name } = props.repository;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const state = useAsyncState(
    () => forgeApi.listChanges({ namespace, name }, 'open'),
    [forgeApi, namespace, name],
  );
  return (
    <ForgeAsyncView
      subject={t('subject.changes')}
      state={state}
      isEmpty={changes => changes.length === 0}
      empty={
        <EmptyState
          title={t('changes.empty.open')}
          description={t('card.noPending')}
        />
      }
    >
      {changes => (
        <ChangeList repository={props.repository} changes={changes} />
      )}
    </ForgeAsyncView>
  );
}

/** What is about to become part of a platform: the changes that wait to be merged. */
export function OpenChangesCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = repositoryOf(entity);
  const titleId = useId();
  if (!repository) {
    return null;
  }
  return (
    <section aria-labelledby={titleId}>
      <Card>
        <CardHeader className={styles.head}>
          <Text as="h3" variant="title-x-small" weight="bold" id={titleId}>
            {t('card.pending')}
          </Text>
          <Link href={viewPath(repository, 'changes')} variant="body-small">
            {t('changes.all')}
          </Link>
        </CardHeader>
        <CardBody>
          <OpenChanges repository={repository} />
        </CardBody>
      </Card>
    </section>
  );
}
