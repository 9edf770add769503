import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

/** What a view is of, and what can be done with it, in one row that wraps. */
export function Toolbar(props: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.toolbar}>
      {props.children}
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
