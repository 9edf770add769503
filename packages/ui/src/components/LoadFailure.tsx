import { isError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { uiTranslationRef } from '../translation';

/** A client wraps the server's refusal in an error of its own, as its cause. */
function isForbidden(error: Error): boolean {
  return (
    error.name === 'NotAllowedError' ||
    (isError(error.cause) && isForbidden(error.cause))
  );
}

/** Shows what could not be loaded, the reason in text, and a way to try again; a missing right is told apart. */
export function LoadFailure(props: {
  subject: string;
  error: Error;
  onRetry?: () => void;
}) {
  const { subject, error, onRetry } = props;
  const { t } = useTranslationRef(uiTranslationRef);
  if (isForbidden(error)) {
    return (
      <Alert
        status="warning"
        icon
        title={t('forbidden.title', { subject })}
        description={t('forbidden.remedy')}
      />
    );
  }
  return (
    <Alert
      status="danger"
      icon
      title={t('failure.title', { subject })}
      description={error.message}
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('failure.retry')}
          </Button>
        )
      }
    />
  );
}
