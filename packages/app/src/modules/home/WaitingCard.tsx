import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { Link, Text } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { appTranslationRef } from '../../translation';
import { HomeCard } from './HomeCard';
import { waitingItems } from './waitingItems';
import styles from './EntityList.module.css';

/** Unread notifications, and creations of the reader that run or failed. */
export function WaitingCard() {
  const { t } = useTranslationRef(appTranslationRef);
  const notificationsApi = useApi(notificationsApiRef);
  const permissionApi = useApi(permissionApiRef);
  const scaffolderApi = useApi(scaffolderApiRef);
  const state = useAsyncState(
    () => waitingItems({ notificationsApi, permissionApi, scaffolderApi }),
    [notificationsApi, permissionApi, scaffolderApi],
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
