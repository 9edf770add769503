import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useAction } from '@groundwork/ui';
import { RiGitMergeLine } from '@remixicon/react';
import { forgeApiRef } from '../../api/forgeApi';
import { ConfirmedAction } from '../../components/ConfirmedAction';
import { useRepository } from '../../components/RepositoryContext';
import { forgeTranslationRef } from '../../translation';
import type { ChangeActionProps } from './ChangeActionProps';
import { MovedFailure } from './MovedFailure';

/** Merges the change as the reader sees it. */
export function MergeChange(props: ChangeActionProps) {
  const { change, onChange, onReload } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const { number, head, targetBranch, mergeability } = change;
  const { run, isPending, error } = useAction(async () =>
    onChange(await forgeApi.merge({ namespace, name, number }, head)),
  );
  return (
    <>
      <ConfirmedAction
        label={t('merge.action')}
        consequence={t('merge.consequence', { branch: targetBranch })}
        confirm={t('merge.action')}
        icon={<RiGitMergeLine size={16} />}
        isPrimary
        isDisabled={mergeability?.state !== 'clean'}
        isPending={isPending}
        onConfirm={() => run()}
      />
      <MovedFailure
        title={t('merge.failed')}
        error={error}
        onReload={onReload}
      />
    </>
  );
}
