import type { IconElement } from '@backstage/frontend-plugin-api';
import {
  RiApps2Line,
  RiBookOpenLine,
  RiHome5Line,
  RiPlugLine,
  RiSparkling2Line,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import styles from './NavigationLink.module.css';

/** One icon family for the pages everyone knows; other plugins bring their own. */
const icons: Record<string, JSX.Element> = {
  'page:home': <RiHome5Line size={20} />,
  'page:catalog': <RiApps2Line size={20} />,
  'page:api-docs': <RiPlugLine size={20} />,
  'page:techdocs': <RiBookOpenLine size={20} />,
  'page:scaffolder': <RiSparkling2Line size={20} />,
};

/** One entry of the navigation, marked while its page or a page below it is open. */
export function NavigationLink(props: {
  id?: string;
  to: string;
  icon?: IconElement;
  badge?: ReactNode;
  onClick?: () => void;
  children: ReactNode;
}) {
  const { id, to, icon, badge, onClick, children } = props;
  return (
    <NavLink
      to={to}
      end={to === '/'}
      onClick={onClick}
      className={({ isActive }) => (isActive ? styles.selected : styles.link)}
    >
      <span className={styles.icon} aria-hidden="true">
        {(id && icons[id]) ?? icon}
      </span>
      <span>{children}</span>
      {badge}
    </NavLink>
  );
}
