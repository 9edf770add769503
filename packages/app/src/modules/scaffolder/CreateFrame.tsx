import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { Alert, Container } from '@backstage/ui';
import { useRef, type ReactNode } from 'react';
import { FollowedNameContext } from './repositoryPlace/FollowedNameContext';
import { createTranslations } from './translation';
import styles from './CreateFrame.module.css';

/** Around the list of templates and the wizard: what outlives a step, and why somebody may not create. */
export function CreateFrame(props: { children: ReactNode }) {
  const { t } = useTranslationRef(createTranslations);
  const { allowed, loading } = usePermission({
    permission: taskCreatePermission,
  });
  const followedName = useRef<string>();
  return (
    <FollowedNameContext.Provider value={followedName}>
      {!allowed && !loading && (
        <Container className={styles.notice}>
          <Alert
            status="info"
            icon
            title={t('viewer.title')}
            description={t('viewer.description')}
          />
        </Container>
      )}
      {props.children}
    </FollowedNameContext.Provider>
  );
}
