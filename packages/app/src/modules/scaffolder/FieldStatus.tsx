import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiLoader4Line,
  RiQuestionFill,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './FieldStatus.module.css';

/** How a check of a field went. */
export type StatusTone = 'pending' | 'good' | 'bad' | 'unsure';

const ICONS = {
  pending: RiLoader4Line,
  good: RiCheckboxCircleFill,
  bad: RiErrorWarningFill,
  unsure: RiQuestionFill,
};

/** Says below a field how its check goes, to readers of the screen and of screen readers alike. */
export function FieldStatus(props: {
  id: string;
  tone?: StatusTone;
  children?: ReactNode;
}) {
  const { id, tone, children } = props;
  const Icon = tone && ICONS[tone];
  return (
    <div
      id={id}
      className={styles.status}
      role="status"
      aria-live="polite"
      data-tone={tone}
    >
      {Icon && <Icon className={styles.icon} size={16} aria-hidden="true" />}
      <span>{children}</span>
    </div>
  );
}
