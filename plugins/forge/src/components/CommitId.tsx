import { Link } from '@backstage/ui';
import { viewPath } from '../addresses';
import { useRepository } from './RepositoryContext';
import styles from './CommitId.module.css';

/** Enough digits to tell the commits of one repository apart. */
export function shortId(commit: string): string {
  return commit.slice(0, 8);
}

/** The short id of a commit, leading to the commit. */
export function CommitId(props: { id: string }) {
  const repository = useRepository();
  return (
    <Link
      href={viewPath(repository, 'commit', props.id)}
      className={styles.id}
      standalone
    >
      {shortId(props.id)}
    </Link>
  );
}
