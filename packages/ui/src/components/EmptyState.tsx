import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says what would be here, why it is not, and the one thing to do about it. */
export function EmptyState(props: {
  title: string;
  description: ReactNode;
  action?: ReactNode;
}) {
  const { title, description, action } = props;
  return (
    <div className={styles.root}>
      <Text as="p" weight="bold">
        {title}
      </Text>
      <Text as="p" color="secondary">
        {description}
      </Text>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
