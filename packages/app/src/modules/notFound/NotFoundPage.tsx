import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Flex, Text } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import { appTranslationRef } from '../../translation';
import { SearchForm } from '../../search/SearchForm';
import styles from './NotFoundPage.module.css';

/** Turns an address such as `/catalog/auth-service` into words to search for. */
export function wordsOf(pathname: string): string {
  const words = pathname.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [...new Set(words)].slice(-4).join(' ');
}

/** Tells which address leads nowhere and offers to search for what it names. */
export function NotFoundPage() {
  const { t } = useTranslationRef(appTranslationRef);
  const { pathname } = useLocation();
  return (
    <main>
      <Container className={styles.page}>
        <Text as="h1" variant="title-medium">
          {t('notFound.title', { path: pathname })}
        </Text>
        <Text as="p" color="secondary">
          {t('notFound.description')}
        </Text>
        <SearchForm
          label={t('notFound.search')}
          initialQuery={wordsOf(pathname)}
        />
        <Flex gap="2">
          <ButtonLink href="/" variant="secondary">
            {t('notFound.home')}
          </ButtonLink>
          <ButtonLink href="/catalog" variant="secondary">
            {t('notFound.catalog')}
          </ButtonLink>
          <ButtonLink href="/docs" variant="secondary">
            {t('notFound.docs')}
          </ButtonLink>
        </Flex>
      </Container>
    </main>
  );
}
