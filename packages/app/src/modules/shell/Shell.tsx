import { SidebarPinStateProvider } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, useBreakpoint } from '@backstage/ui';
import { RiCloseLine, RiMenuLine } from '@remixicon/react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { appTranslationRef } from '../../translation';
import { HomeLink } from './HomeLink';
import { UNPINNABLE } from './unpinnable';
import styles from './Shell.module.css';

function useClosedOnNavigation(): [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  const { pathname, search } = useLocation();
  useEffect(() => setOpen(false), [pathname, search]);
  return [isOpen, setOpen];
}

/** Lays out navigation and page; below 960 px the navigation is a drawer behind a button. */
export function Shell(props: { navigation: ReactNode; children: ReactNode }) {
  const { navigation, children } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const [isOpen, setOpen] = useClosedOnNavigation();
  const isSmall = useBreakpoint().down('sm');
  const menuButton = useRef<HTMLButtonElement>(null);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={styles.topBar}>
        <ButtonIcon
          ref={menuButton}
          aria-label={isOpen ? t('shell.closeMenu') : t('shell.openMenu')}
          aria-expanded={isOpen}
          aria-controls="navigation"
          className={styles.menuButton}
          icon={isOpen ? <RiCloseLine /> : <RiMenuLine />}
          variant="tertiary"
          onPress={() => setOpen(!isOpen)}
        />
        <HomeLink />
      </header>
      {isOpen && (
        <div
          className={styles.backdrop}
          aria-hidden="true"
          onClick={() => setOpen(false)}
        />
      )}
      <div
        id="navigation"
        className={isOpen ? styles.drawerOpen : styles.drawer}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            setOpen(false);
            menuButton.current?.focus();
          }
        }}
        role="presentation"
      >
        {navigation}
      </div>
      <div id="content" className={styles.content} tabIndex={-1}>
        <SidebarPinStateProvider value={{ ...UNPINNABLE, isMobile: isSmall }}>
          {children}
        </SidebarPinStateProvider>
      </div>
    </div>
  );
}
