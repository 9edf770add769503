import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityOwnership } from '@backstage/plugin-catalog-react';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import { LoadFailure, useAsyncState } from '@groundwork/ui';
import { docsReportApiRef } from '../api/docsReportApi';
import { docsReportTranslationRef } from '../translation';
import styles from './DocsNotice.module.css';
import { FailureNotice } from './FailureNotice';
import { FindingsNotice } from './FindingsNotice';

/**
 * Stands above docs: tells every reader that what they see is not the newest version, and owners what is to be fixed.
 *
 * @remarks Says nothing where there is nothing to say, or nothing is known yet. Where no version was ever built, the page
 * itself says why.
 */
export function DocsNotice() {
  const { entityRef, entityMetadata } = useTechDocsReaderPage();
  const reference = stringifyEntityRef(entityRef);
  const docsReportApi = useApi(docsReportApiRef);
  const { isOwnedEntity } = useEntityOwnership();
  const { t } = useTranslationRef(docsReportTranslationRef);
  const { value, error, retry } = useAsyncState(
    () => docsReportApi.getReport(reference),
    [docsReportApi, reference],
  );
  const isOwner =
    entityMetadata.value !== undefined && isOwnedEntity(entityMetadata.value);
  const { failure, report } = value ?? {};
  return (
    <div className={styles.notices}>
      {failure && report && <FailureNotice failure={failure} />}
      {isOwner && report && (
        <FindingsNotice entityRef={reference} report={report} />
      )}
      {isOwner && error && (
        <LoadFailure
          subject={t('subject.report')}
          error={error}
          onRetry={retry}
        />
      )}
    </div>
  );
}
