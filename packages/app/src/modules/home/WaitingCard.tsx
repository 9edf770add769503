import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { Link, Text } from '@backstage/ui';
import { forgeApiRef } from '@groundwork/plugin-forge';
import { useAsyncState } from '@groundwork/ui';
import { appTranslationRef } from '../../translation';
import { HomeCard } from './HomeCard';
import { waitingItems } from './waitingItems';
import styles from './EntityList.module.css';

/** Unread notifications, creations of the reader that run or failed, and changes that are to be merged. */
export function WaitingCard() {
  const { t } = useTranslationRef(appTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const forgeApi = useApi(forgeApiRef);
  const identityApi = useApi(identityApiRef);
  const notificationsApi = useApi(notificationsApiRef);
  const permissionApi = useApi(permissionApiRef);
  const scaffolderApi = useApi(scaffolderApiRef);
  const state = useAsyncState(
    () =>
      waitingItems({
        catalogApi,
        forgeApi,
        identityApi,
        notificationsApi,
        permissionApi,
        scaffolderApi,
      }),
    [
      catalogApi,
      forgeApi,
      identityApi,
      notificationsApi,
      permissionApi,
      scaffolderApi,
    ],
  );

  return (
    <HomeCard
      title={t('home.waiting.title')}
      all={{ label: t('home.waiting.all'), href: '/notifications' }}
      subject={t('home.waiting.subject')}
      state={state}
      empty={{
        title: t('home.waiting.emptyTitle'),
        description: t('home.waiting.empty'),
      }}
    >
      {items => (
        <ul className={styles.list}>
          {items.map(item => (
            <li key={item.id} className={styles.item}>
              <Link href={item.href} weight="bold" standalone>
                {item.status
                  ? t(`home.waiting.task.${item.status}`, {
                      name: item.title,
                    })
                  : item.title}
              </Link>
              {item.change && (
                <Text as="p" variant="body-small" color="secondary">
                  {t(
                    item.change.isOwn
                      ? 'home.waiting.change.own'
                      : 'home.waiting.change.team',
                    { repository: item.change.repository },
                  )}
                </Text>
              )}
              {item.description && (
                <Text as="p" variant="body-small" color="secondary">
                  {item.description}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
    </HomeCard>
  );
}
