import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { viewPath } from '../addresses';
import { forgeApiRef, type RevisionPath } from '../api/forgeApi';
import { Ago } from '../components/Ago';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import styles from './LastCommit.module.css';

/** The commit that last touched a file or directory. */
export function LastCommit(props: { place: RevisionPath }) {
  const { revision, path } = props.place;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const { value, error } = useAsyncState(
    () =>
      forgeApi.listCommits({ namespace, name }, { revision, path, limit: 1 }),
    [forgeApi, namespace, name, revision, path],
  );
  const commit = value?.items[0];
  if (!commit) {
    return <>{error ? t('files.noLastCommit') : t('files.lastCommit')}</>;
  }
  return (
    <span className={styles.commit}>
      <span className={styles.author}>{commit.author.name}</span>
      <Link
        href={viewPath({ namespace, name }, 'commit', commit.id)}
        className={styles.title}
        color="secondary"
        standalone
      >
        {commit.title}
      </Link>
      <span className={styles.time}>
        <Ago at={commit.committedAt} />
      </span>
    </span>
  );
}
