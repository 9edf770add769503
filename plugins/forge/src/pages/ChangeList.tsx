import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Change } from '@groundwork/plugin-forge-common';
import { viewPath } from '../addresses';
import { Ago } from '../components/Ago';
import { ChangeState } from '../components/ChangeState';
import { Person } from '../components/Person';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import styles from './ChangeList.module.css';

function ChangeItem(props: { change: Change }) {
  const { change } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
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
          <Ago at={change.updatedAt} />
          <code className={styles.branch}>{change.sourceBranch}</code>
        </span>
      </div>
    </li>
  );
}

/** Changes with what they are called, whose they are and when something last happened. */
export function ChangeList(props: { changes: Change[] }) {
  return (
    <ul className={styles.list}>
      {props.changes.map(change => (
        <ChangeItem key={change.number} change={change} />
      ))}
    </ul>
  );
}
