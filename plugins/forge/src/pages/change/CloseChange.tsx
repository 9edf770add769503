import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useAction } from '@groundwork/ui';
import { forgeApiRef } from '../../api/forgeApi';
import { ConfirmedAction } from '../../components/ConfirmedAction';
import { useRepository } from '../../components/RepositoryContext';
import { forgeTranslationRef } from '../../translation';
import type { ChangeActionProps } from './ChangeActionProps';
import { MovedFailure } from './MovedFailure';

/** Ends the change without merging it. */
export function CloseChange(props: ChangeActionProps) {
  const { change, onChange, onReload } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const { run, isPending, error } = useAction(async () =>
    onChange(await forgeApi.close({ namespace, name, number: change.number })),
  );
  return (
    <>
      <ConfirmedAction
        label={t('close.action')}
        consequence={t('close.consequence')}
        confirm={t('close.action')}
        isDestructive
        isPending={isPending}
        onConfirm={() => run()}
      />
      <MovedFailure
        title={t('close.failed')}
        error={error}
        onReload={onReload}
      />
    </>
  );
}
