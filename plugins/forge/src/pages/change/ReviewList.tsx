import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Change, Review } from '@groundwork/plugin-forge-common';
import { RiChat3Line, RiCheckLine, RiErrorWarningLine } from '@remixicon/react';
import { Ago } from '../../components/Ago';
import { Panel } from '../../components/Panel';
import { Person } from '../../components/Person';
import { useRepository } from '../../components/RepositoryContext';
import { Markdown } from '../../markdown/Markdown';
import { forgeTranslationRef } from '../../translation';
import styles from './ReviewList.module.css';

const ICONS: Record<Review['verdict'], JSX.Element> = {
  approve: <RiCheckLine size={18} aria-hidden="true" />,
  'request-changes': <RiErrorWarningLine size={18} aria-hidden="true" />,
  comment: <RiChat3Line size={18} aria-hidden="true" />,
};

function ReviewItem(props: { review: Review; head: string }) {
  const { review, head } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const { defaultBranch } = useRepository();
  const isStale = review.head !== head && review.verdict !== 'comment';
  return (
    <li className={styles.item} data-verdict={review.verdict}>
      <span className={styles.icon} data-stale={isStale || undefined}>
        {ICONS[review.verdict]}
      </span>
      <div className={styles.words}>
        <span className={styles.line}>
          <Person reference={review.author} />
          <span>{t(`review.said.${review.verdict}`)}</span>
          <Ago at={review.at} />
          {isStale && <span className={styles.stale}>{t('review.stale')}</span>}
        </span>
        {review.comment && (
          <Markdown
            text={review.comment}
            place={{ revision: defaultBranch, path: '' }}
          />
        )}
      </div>
    </li>
  );
}

/** What reviewers said of a change; what they said of an older version of it is marked. */
export function ReviewList(props: { change: Change }) {
  const { reviews, head } = props.change;
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <Panel title={t('review.title')} isFlush={reviews.length > 0}>
      {reviews.length ? (
        <ul className={styles.list}>
          {reviews.map(review => (
            <ReviewItem
              key={`${review.author} ${review.at}`}
              review={review}
              head={head}
            />
          ))}
        </ul>
      ) : (
        <Text as="p" color="secondary">
          {t('review.none')}
        </Text>
      )}
    </Panel>
  );
}
