import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Fragment } from 'react';
import { viewPath } from '../addresses';
import type { RevisionPath } from '../api/forgeApi';
import { forgeTranslationRef } from '../translation';
import { useRepository } from './RepositoryContext';
import styles from './PathTrail.module.css';

/** The path of a file or directory; each directory on the way leads to its listing. */
export function PathTrail(props: { place: RevisionPath }) {
  const { revision, path } = props.place;
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  const parts = path.split('/').filter(Boolean);
  return (
    <nav className={styles.trail} aria-label={t('files.path')}>
      <Link href={viewPath(repository, 'tree', revision)} standalone>
        {repository.name}
      </Link>
      {parts.map((part, index) => {
        const below = parts.slice(0, index + 1).join('/');
        const isLast = index === parts.length - 1;
        return (
          <Fragment key={below}>
            <span className={styles.separator} aria-hidden="true" />
            {isLast ? (
              <strong aria-current="page">{part}</strong>
            ) : (
              <Link
                href={viewPath(repository, 'tree', revision, below)}
                standalone
              >
                {part}
              </Link>
            )}
          </Fragment>
        );
      })}
    </nav>
  );
}
