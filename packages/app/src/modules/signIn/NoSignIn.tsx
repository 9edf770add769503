import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { appTranslationRef } from '../../translation';
import styles from './SignInFailure.module.css';

/** Tells whoever opens a portal without a way to sign in which key is missing. */
export function NoSignIn() {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <main className={styles.page}>
      <Alert
        status="warning"
        icon
        title={t('signIn.none')}
        description={t('signIn.noneRemedy')}
      />
    </main>
  );
}
