import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { appTranslationRef } from '../../translation';
import { HomeLink } from './HomeLink';
import { NavigationLink } from './NavigationLink';
import { NotificationsLink } from './NotificationsLink';
import { SearchBox } from './SearchBox';
import { UserMenu } from './UserMenu';
import styles from './Navigation.module.css';

/** In the order of how often they are needed; pages of further plugins follow by title. */
const FIRST_PAGES = [
  'page:home',
  'page:catalog',
  'page:api-docs',
  'page:techdocs',
  'page:scaffolder',
];

/** Reached through the search box, the bell and the user menu, or from an entity. */
const PLACED_PAGES = [
  'page:search',
  'page:notifications',
  'page:user-settings',
  'page:catalog-graph',
];

/** The main navigation: search first, then the pages that plugins bring, then what belongs to the reader. */
export function Navigation(props: NavContentComponentProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const pages = props.navItems.clone();
  PLACED_PAGES.forEach(id => pages.take(id));
  const links = pages.withComponent(item => (
    <NavigationLink id={item.node.spec.id} to={item.href} icon={item.icon}>
      {item.title}
    </NavigationLink>
  ));

  return (
    <nav className={styles.navigation} aria-label={t('shell.navigation')}>
      <div className={styles.home}>
        <HomeLink />
      </div>
      <SearchBox />
      <div className={styles.links}>
        {FIRST_PAGES.map(id => links.take(id))}
        {links.rest({ sortBy: 'title' })}
      </div>
      <div className={styles.personal}>
        <NotificationsLink />
        <UserMenu />
      </div>
    </nav>
  );
}
