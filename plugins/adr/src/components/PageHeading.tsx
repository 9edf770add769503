import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { DECISIONS_PATH } from '@groundwork/plugin-adr-common';
import { adrTranslationRef } from '../translation';
import styles from './PageHeading.module.css';
import { PageTitle } from './PageTitle';

/** Heads a page below the log: the way back to it, and a title of any length. */
export function PageHeading(props: { title: string; lead?: string }) {
  const { title, lead } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <header className={styles.heading}>
      <PageTitle title={title} />
      <Link href={DECISIONS_PATH} variant="body-small" color="secondary">
        {t('log.all')}
      </Link>
      <Text as="h1" variant="title-small" weight="bold">
        {title}
      </Text>
      {lead && (
        <Text as="p" color="secondary">
          {lead}
        </Text>
      )}
    </header>
  );
}
