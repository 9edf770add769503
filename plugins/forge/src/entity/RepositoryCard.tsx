import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import {
  formatRepositoryName,
  type RepositoryName,
  type RepositoryPlace,
} from '@groundwork/plugin-forge-common';
import { useId } from 'react';
import { repositoryPath, viewPath } from '../addresses';
import { forgeApiRef } from '../api/forgeApi';
import { CloneAddress } from '../components/CloneButton';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { RepositoryContext } from '../components/RepositoryContext';
import { LastCommit } from '../pages/LastCommit';
import { forgeTranslationRef } from '../translation';
import { repositoryOf } from './repositoryOf';
import styles from './RepositoryCard.module.css';

/** The files of an entity that shares its repository are those below its own directory. */
function filesPath(place: RepositoryName | RepositoryPlace): string {
  return 'view' in place
    ? viewPath(place, place.view, place.rest.replace(/\/+$/, ''))
    : repositoryPath(place);
}

function Content(props: { place: RepositoryName | RepositoryPlace }) {
  const { place } = props;
  const { namespace, name } = place;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const state = useAsyncState(async () => {
    const id = { namespace, name };
    const [repository, open] = await Promise.all([
      forgeApi.getRepository(id),
      forgeApi.listChanges(id, 'open'),
    ]);
    return { repository, open };
  }, [forgeApi, namespace, name]);
  return (
    <ForgeAsyncView
      subject={t('subject.repository', { name: formatRepositoryName(place) })}
      state={state}
    >
      {({ repository, open }) => (
        <RepositoryContext.Provider value={repository}>
          <div className={styles.content}>
            <Link href={repositoryPath(place)} weight="bold">
              {formatRepositoryName(place)}
            </Link>
            <CloneAddress repository={repository} />
            {repository.head && (
              <LastCommit place={{ revision: repository.head, path: '' }} />
            )}
            <ul className={styles.links}>
              <li>
                <Link href={filesPath(place)}>{t('tabs.files')}</Link>
              </li>
              <li>
                <Link href={viewPath(place, 'commits')}>
                  {t('tabs.history')}
                </Link>
              </li>
              <li>
                <Link href={viewPath(place, 'changes')}>
                  {t('card.changes', { count: open.length })}
                </Link>
              </li>
            </ul>
          </div>
        </RepositoryContext.Provider>
      )}
    </ForgeAsyncView>
  );
}

/** Where the source of an entity is, and what is going on there. */
export function RepositoryCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(forgeTranslationRef);
  const place = repositoryOf(entity);
  const titleId = useId();
  if (!place) {
    return null;
  }
  return (
    <section aria-labelledby={titleId}>
      <Card>
        <CardHeader>
          <Text as="h3" variant="title-x-small" weight="bold" id={titleId}>
            {t('card.title')}
          </Text>
        </CardHeader>
        <CardBody>
          <Content place={place} />
        </CardBody>
      </Card>
    </section>
  );
}
