import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AsyncView, EmptyState } from '@groundwork/ui';
import type { ComponentProps, ReactNode } from 'react';
import { isNotFound, reasonOf } from '../api/refusals';
import { forgeTranslationRef } from '../translation';

type AsyncViewProps<T> = ComponentProps<typeof AsyncView<T>>;

/** A view of the forge in each of its states; what does not exist is told apart from what failed. */
export function ForgeAsyncView<T>(
  props: AsyncViewProps<T> & {
    /** Where to go on from what does not exist. */
    onwards?: ReactNode;
  },
) {
  const { onwards, ...view } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  if (isNotFound(view.state.error)) {
    return (
      <EmptyState
        title={t('notFound.title', { subject: view.subject })}
        description={reasonOf(view.state.error)}
        action={onwards}
      />
    );
  }
  return <AsyncView {...view} />;
}
