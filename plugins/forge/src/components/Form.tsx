import type { ReactNode } from 'react';
import styles from './Form.module.css';

/** Fields above their buttons; Enter submits, and the page stays. */
export function Form(props: {
  onSubmit: () => void;
  buttons: ReactNode;
  children: ReactNode;
}) {
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
      <div className={styles.buttons}>{props.buttons}</div>
    </form>
  );
}
