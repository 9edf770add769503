import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import type { AsyncState } from '@groundwork/ui';
import { FieldStatus } from '../FieldStatus';
import { createTranslations } from '../translation';
import type { Plan } from './Plan';
import { PlanView } from './PlanView';

/** The plan while it is worked out, when that failed, and when it is there. */
export function PlanState(props: { state: AsyncState<Plan> }) {
  const { value, error, retry } = props.state;
  const { t } = useTranslationRef(createTranslations);
  if (error) {
    return (
      <div role="alert">
        <Alert
          status="warning"
          icon
          title={t('plan.failed')}
          description={t('plan.failedRemedy', { reason: error.message })}
          customActions={
            <Button size="small" variant="secondary" onPress={retry}>
              {t('plan.retry')}
            </Button>
          }
        />
      </div>
    );
  }
  if (!value) {
    return (
      <FieldStatus id="plan-status" tone="pending">
        {t('plan.working')}
      </FieldStatus>
    );
  }
  return (
    <>
      <VisuallyHidden role="status">
        {t('plan.ready', {
          files: t('plan.file', { count: value.files.length }),
        })}
      </VisuallyHidden>
      <PlanView plan={value} />
    </>
  );
}
