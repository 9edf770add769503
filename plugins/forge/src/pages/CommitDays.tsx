import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Commit } from '@groundwork/plugin-forge-common';
import { viewPath } from '../addresses';
import { Ago } from '../components/Ago';
import { CommitId } from '../components/CommitId';
import { Panel } from '../components/Panel';
import { useRepository } from '../components/RepositoryContext';
import { groupByDay } from './groupByDay';
import styles from './CommitDays.module.css';

function CommitItem(props: { commit: Commit }) {
  const { commit } = props;
  const repository = useRepository();
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <Link
          href={viewPath(repository, 'commit', commit.id)}
          weight="bold"
          standalone
        >
          {commit.title}
        </Link>
        <span className={styles.by}>
          <span>{commit.author.name}</span>
          <Ago at={commit.committedAt} />
        </span>
      </div>
      <CommitId id={commit.id} />
    </li>
  );
}

/** Commits under the day on which they were made. */
export function CommitDays(props: { commits: Commit[] }) {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (
    <>
      {groupByDay(props.commits).map(({ day, commits }) => (
        <Panel key={day} title={format.format(new Date(day))} isFlush>
          <ul className={styles.list}>
            {commits.map(commit => (
              <CommitItem key={commit.id} commit={commit} />
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}
