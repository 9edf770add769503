import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Header, Text } from '@backstage/ui';
import { EmptyState, useAsyncState } from '@groundwork/ui';
import { forgeApiRef } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { Panel } from '../components/Panel';
import { forgeTranslationRef } from '../translation';
import { TokenForm } from './TokenForm';
import { TokenTable } from './TokenTable';
import styles from './TokensPage.module.css';
import { PageTitle } from '../components/PageTitle';

/** The reader's own tokens, which Git takes as a password. */
export function TokensPage() {
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const state = useAsyncState(() => forgeApi.listTokens(), [forgeApi]);
  return (
    <main>
      <PageTitle title={t('tokens.title')} />
      <Header title={t('tokens.title')} />
      <Container className={styles.page}>
        <Text as="p" color="secondary">
          {t('tokens.lead')}
        </Text>
        <Panel title={t('tokens.new')}>
          <TokenForm onCreated={() => state.retry?.()} />
        </Panel>
        <Panel title={t('tokens.list')} isFlush>
          <div className={styles.list}>
            <ForgeAsyncView
              subject={t('subject.tokens')}
              state={state}
              isEmpty={tokens => tokens.length === 0}
              empty={
                <EmptyState
                  title={t('tokens.empty')}
                  description={t('tokens.emptyRemedy')}
                />
              }
            >
              {tokens => (
                <TokenTable tokens={tokens} onRevoked={() => state.retry?.()} />
              )}
            </ForgeAsyncView>
          </div>
        </Panel>
      </Container>
    </main>
  );
}
