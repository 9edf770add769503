import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { BuildFailure } from '@groundwork/plugin-docs-report-common';
import { docsReportTranslationRef } from '../translation';

/** Tells readers why they do not see the newest version of the docs. */
export function FailureNotice(props: { failure: BuildFailure }) {
  const { reason } = props.failure;
  const { t } = useTranslationRef(docsReportTranslationRef);
  return (
    <Alert
      status="warning"
      icon
      title={t('notice.outdated')}
      description={t('notice.outdatedReason', { reason })}
    />
  );
}
