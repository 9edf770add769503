import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { uiTranslationRef } from '../translation';
import { LoadFailure } from './LoadFailure';
import styles from './AsyncView.module.css';

/** What a loader has so far: a value, an error, or neither while it is loading. */
export type AsyncState<T> = {
  value?: T;
  error?: Error;
  retry?: () => void;
};

/** Shows a loading, failed, forbidden, empty or filled view, so that no page forgets one of them. */
export function AsyncView<T>(props: {
  /** What is being loaded, as the reader would call it: "your services". */
  subject: string;
  state: AsyncState<T>;
  isEmpty?: (value: T) => boolean;
  empty?: ReactNode;
  children: (value: T) => ReactNode;
}) {
  const { subject, state, isEmpty, empty, children } = props;
  const { t } = useTranslationRef(uiTranslationRef);
  if (state.error) {
    return (
      <LoadFailure
        subject={subject}
        error={state.error}
        onRetry={state.retry}
      />
    );
  }
  if (state.value === undefined) {
    return (
      <div className={styles.loading} role="status">
        <VisuallyHidden>{t('loading', { subject })}</VisuallyHidden>
        <Skeleton height={18} width="60%" />
        <Skeleton height={18} width="80%" />
        <Skeleton height={18} width="45%" />
      </div>
    );
  }
  return <>{isEmpty?.(state.value) ? empty : children(state.value)}</>;
}
