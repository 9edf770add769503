import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { DecisionDetail } from '@groundwork/plugin-adr-common';
import { useLanguage } from '../components/Day';
import { formatMoment } from '../components/days';
import { DecisionLink } from '../components/DecisionLink';
import { adrTranslationRef } from '../translation';
import styles from './Banners.module.css';

function SupersededBanner(props: { decision: DecisionDetail }) {
  const { t } = useTranslationRef(adrTranslationRef);
  const successors = props.decision.links.filter(
    ({ type }) => type === 'superseded-by',
  );
  return (
    <Alert
      status="warning"
      icon
      title={t('reader.supersededTitle')}
      description={
        successors.length > 0 ? (
          <>
            {t('reader.supersededBy')}{' '}
            {successors.map(link => (
              <DecisionLink key={link.id} decision={link} isBold />
            ))}
          </>
        ) : (
          t('reader.supersededUnknown')
        )
      }
    />
  );
}

function UndecidedBanner(props: { decision: DecisionDetail }) {
  const { t } = useTranslationRef(adrTranslationRef);
  const replaces = props.decision.links.some(
    ({ type }) => type === 'supersedes',
  );
  return (
    <Alert
      status="info"
      icon
      title={t('reader.undecidedTitle')}
      description={replaces ? t('reader.undecided') : undefined}
    />
  );
}

function StaleBanner(props: { decision: DecisionDetail }) {
  const { readAt, error } = props.decision.sourceState;
  const { t } = useTranslationRef(adrTranslationRef);
  const language = useLanguage();
  return (
    <Alert
      status="warning"
      icon
      title={t('reader.stale', {
        readAt: readAt ? formatMoment(readAt, language) : '',
      })}
      description={error}
    />
  );
}

/** What a reader has to know before they rely on the text: whether it is in force, and how old it is. */
export function Banners(props: { decision: DecisionDetail }) {
  const { decision } = props;
  const { status, sourceState } = decision;
  return (
    <div className={styles.banners}>
      {sourceState.error && <StaleBanner decision={decision} />}
      {status === 'superseded' && <SupersededBanner decision={decision} />}
      {(status === 'proposed' || status === 'draft') && (
        <UndecidedBanner decision={decision} />
      )}
    </div>
  );
}
