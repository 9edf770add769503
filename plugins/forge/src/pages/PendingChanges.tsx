import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { viewPath } from '../addresses';
import { forgeApiRef } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { Panel } from '../components/Panel';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import { ChangeList } from './ChangeList';

/** More than these are on a page of their own. */
const SHOWN = 5;

/** The changes that wait to become part of the repository; absent while there are none. */
export function PendingChanges() {
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const repository = useRepository();
  const { namespace, name } = repository;
  const state = useAsyncState(
    () => forgeApi.listChanges({ namespace, name }, 'open'),
    [forgeApi, namespace, name],
  );
  if (state.value ? state.value.length === 0 : !state.error) {
    return null;
  }
  return (
    <Panel
      isFlush
      title={t('card.pending')}
      actions={
        <Link href={viewPath(repository, 'changes')} variant="body-small">
          {t('changes.all')}
        </Link>
      }
    >
      <ForgeAsyncView subject={t('subject.changes')} state={state}>
        {changes => (
          <ChangeList
            isPadded
            repository={repository}
            changes={changes.slice(0, SHOWN)}
          />
        )}
      </ForgeAsyncView>
    </Panel>
  );
}
