import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Change, RepositoryName } from '@groundwork/plugin-forge-common';
import { viewPath } from '../addresses';
import { Ago } from '../components/Ago';
import { ChangeState } from '../components/ChangeState';
import { Person } from '../components/Person';
import { forgeTranslationRef } from '../translation';
import styles from './ChangeList.module.css';

function ChangeItem(props: { repository: RepositoryName; change: Change }) {
  const { repository, change } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const number = String(change.number);
  return (
    <li className={styles.item}>
      <ChangeState state={change.state} />
      <div className={styles.words}>
        <Link
          href={viewPath(repository, 'changes', number)}
          weight="bold"
          standalone
        >
          {change.title}
        </Link>
        <span className={styles.by}>
          <span>{t('changes.number', { number })}</span>
          <Person reference={change.author} />
          <Ago
            at={change.state === 'open' ? change.createdAt : change.updatedAt}
          />
          <code className={styles.branch}>{change.sourceBranch}</code>
        </span>
      </div>
    </li>
  );
}

/** Changes with what they are called, whose they are, and how old or how long ago ended they are. */
export function ChangeList(props: {
  repository: RepositoryName;
  changes: Change[];
  /** Where the list goes up to the frame around it. */
  isPadded?: boolean;
}) {
  const { repository, changes, isPadded } = props;
  return (
    <ul className={styles.list} data-padded={isPadded}>
      {changes.map(change => (
        <ChangeItem
          key={change.number}
          repository={repository}
          change={change}
        />
      ))}
    </ul>
  );
}
