import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Mark } from '@groundwork/ui';
import { Link } from 'react-router-dom';
import { appTranslationRef } from '../../translation';
import styles from './HomeLink.module.css';

/** The portal's mark, its name and the organisation it serves; leads home. */
export function HomeLink() {
  const { t } = useTranslationRef(appTranslationRef);
  const organization =
    useApi(configApiRef).getOptionalString('organization.name');
  return (
    <Link to="/" className={styles.link} aria-label={t('shell.home')}>
      <span className={styles.mark}>
        <Mark size={30} />
      </span>
      <span className={styles.names}>
        <span className={styles.name}>Groundwork</span>
        {organization && (
          <span className={styles.organization}>{organization}</span>
        )}
      </span>
    </Link>
  );
}
