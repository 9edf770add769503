import { AsyncView } from '@groundwork/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { forgeTranslationRef } from '../translation';

/** Stands in for a page whose code is still on its way. */
export function Loading() {
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <AsyncView subject={t('subject.page')} state={{}}>
      {() => null}
    </AsyncView>
  );
}
