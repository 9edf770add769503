import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@groundwork/ui';
import { CloneAddress } from '../components/CloneButton';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';

/** Says how the first commit gets into a repository that has none. */
export function EmptyRepository() {
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  return (
    <EmptyState
      title={t('empty.title')}
      description={t('empty.description', {
        branch: repository.defaultBranch,
      })}
      action={<CloneAddress repository={repository} />}
    />
  );
}
