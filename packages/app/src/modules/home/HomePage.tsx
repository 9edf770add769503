import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container, Text } from '@backstage/ui';
import { WaitingDecisionsCard } from '@groundwork/plugin-adr';
import { useAsyncState } from '@groundwork/ui';
import { Helmet } from 'react-helmet';
import { appTranslationRef } from '../../translation';
import { CreateCard } from './CreateCard';
import { SearchForm } from '../../search/SearchForm';
import { StarredCard } from './StarredCard';
import { TeamCard } from './TeamCard';
import { WaitingCard } from './WaitingCard';
import styles from './HomePage.module.css';

/** Where a developer starts: search first, then their services, what waits for them, and creating something new. */
export function HomePage() {
  const { t } = useTranslationRef(appTranslationRef);
  const identityApi = useApi(identityApiRef);
  const { value: profile } = useAsyncState(
    () => identityApi.getProfileInfo(),
    [identityApi],
  );
  const firstName = profile?.displayName?.split(' ')[0];

  return (
    <main>
      <Helmet title={t('home.title')} />
      <Container className={styles.page}>
        <header className={styles.hero}>
          <Text as="h1" variant="title-large">
            {firstName
              ? t('home.greeting', { name: firstName })
              : t('home.title')}
          </Text>
          <Text as="p" color="secondary" variant="body-large">
            {t('home.lead')}
          </Text>
          <SearchForm label={t('home.search')} />
        </header>
        <div className={styles.cards}>
          <div className={styles.column}>
            <TeamCard />
          </div>
          <div className={styles.column}>
            <WaitingCard />
            <WaitingDecisionsCard />
            <CreateCard />
            <StarredCard />
          </div>
        </div>
      </Container>
    </main>
  );
}
