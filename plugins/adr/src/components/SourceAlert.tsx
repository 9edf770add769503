import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { SourceState } from '@groundwork/plugin-adr-common';
import { adrTranslationRef } from '../translation';
import { useLanguage } from './Day';
import { formatMoment } from './days';

/** Says which repositories are shown as they were some time ago, and why. */
export function SourceAlert(props: { sources: SourceState[] }) {
  const { sources } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const language = useLanguage();
  if (sources.length === 0) {
    return null;
  }
  const describe = ({ source, readAt, error = '' }: SourceState) =>
    readAt
      ? t('sources.one', {
          source,
          error,
          readAt: formatMoment(readAt, language),
        })
      : t('sources.never', { source, error });
  return (
    <Alert
      status="warning"
      icon
      title={t('sources.title', { count: sources.length })}
      description={
        <ul>
          {sources.map(source => (
            <li key={source.source}>{describe(source)}</li>
          ))}
        </ul>
      }
    />
  );
}
