import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import { useEffect } from 'react';
import { appTranslationRef } from '../../translation';
import { choosePersona, chosenPersona } from './personas';
import styles from './SignInFailure.module.css';

/** A first start reads its catalog within a few seconds; asking more often would only fill the log. */
const RETRY_AFTER_MS = 2_000;

function reload() {
  window.location.reload();
}

function forgetPersona() {
  choosePersona(undefined);
  reload();
}

/** Says why nobody could be signed in and what to do; while the catalog is still being read it tries again by itself. */
export function SignInFailure(props: { error?: Error }) {
  const { t } = useTranslationRef(appTranslationRef);
  const isStarting = props.error?.name === 'ServiceUnavailableError';

  useEffect(() => {
    if (!isStarting) return undefined;
    const timer = setTimeout(reload, RETRY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isStarting]);

  return (
    <main className={styles.page}>
      <Alert
        status={isStarting ? 'info' : 'danger'}
        icon
        isPending={isStarting}
        title={isStarting ? t('signIn.waiting') : t('signIn.failed')}
        description={`${props.error?.message ?? ''} ${
          isStarting ? '' : t('signIn.failedRemedy')
        }`}
        customActions={
          <Flex gap="2">
            <Button size="small" onPress={reload}>
              {t('signIn.retry')}
            </Button>
            {chosenPersona() && (
              <Button size="small" variant="secondary" onPress={forgetPersona}>
                {t('signIn.reset')}
              </Button>
            )}
          </Flex>
        }
      />
    </main>
  );
}
