import { BgProvider, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import styles from './Panel.module.css';

/** A framed part of a page with its heading, and what can be done with it. */
export function Panel(props: {
  title: ReactNode;
  actions?: ReactNode;
  /** Content that goes up to the frame, such as a listing or code. */
  isFlush?: boolean;
  children: ReactNode;
}) {
  const { title, actions, isFlush, children } = props;
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <Text as="h3" variant="body-medium" weight="bold" id={id}>
          {title}
        </Text>
        {actions && (
          <BgProvider bg="neutral-2">
            <div className={styles.actions}>{actions}</div>
          </BgProvider>
        )}
      </header>
      <BgProvider bg="neutral-1">
        <div className={isFlush ? styles.flush : styles.body}>{children}</div>
      </BgProvider>
    </section>
  );
}
