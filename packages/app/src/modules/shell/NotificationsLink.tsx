import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { RiNotification3Line } from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import { NavigationLink } from './NavigationLink';
import styles from './NotificationsLink.module.css';

/** Leads to the notifications and counts the unread ones as they arrive. */
export function NotificationsLink() {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <NotificationsSidebarItem
      renderItem={({ unreadCount, to, onClick }) => (
        <NavigationLink
          to={to}
          onClick={onClick}
          icon={<RiNotification3Line size={20} />}
          badge={
            unreadCount > 0 && (
              <span
                className={styles.badge}
                aria-label={t('shell.unread', { amount: String(unreadCount) })}
              >
                {unreadCount}
              </span>
            )
          }
        >
          {t('shell.notifications')}
        </NavigationLink>
      )}
    />
  );
}
