import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { isConflict } from '../../api/refusals';
import { ActionFailure } from '../../components/ActionFailure';
import { forgeTranslationRef } from '../../translation';

/** Why an action on a change failed; when the change moved meanwhile, a way to see it as it is now. */
export function MovedFailure(props: {
  title: string;
  error: unknown;
  onReload: () => void;
}) {
  const { title, error, onReload } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  if (error === undefined) {
    return null;
  }
  return (
    <ActionFailure
      title={title}
      error={error}
      action={
        isConflict(error) && (
          <Button size="small" variant="secondary" onPress={onReload}>
            {t('change.reload')}
          </Button>
        )
      }
    />
  );
}
