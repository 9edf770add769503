import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Link, VisuallyHidden } from '@backstage/ui';
import {
  formatRepositoryName,
  type Repository,
} from '@groundwork/plugin-forge-common';
import { Ago } from '../components/Ago';
import { Person } from '../components/Person';
import { forgeTranslationRef } from '../translation';
import styles from './RepositoryTable.module.css';

function RepositoryRow(props: { repository: Repository }) {
  const { repository } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        <span className={styles.title}>
          <Link href={repository.url} weight="bold" standalone>
            {formatRepositoryName(repository)}
          </Link>
          {repository.isExample && (
            <Badge size="small">{t('repository.example')}</Badge>
          )}
        </span>
        {repository.description && (
          <span className={styles.description}>{repository.description}</span>
        )}
      </th>
      <td className={styles.owner}>
        {repository.owner && <Person reference={repository.owner} />}
      </td>
      <td className={styles.time}>
        {repository.updatedAt ? (
          <Ago at={repository.updatedAt} />
        ) : (
          t('repository.noCommits')
        )}
      </td>
    </tr>
  );
}

/** Repositories with their purpose, owner and last commit; on a phone, one below the other. */
export function RepositoryTable(props: { repositories: Repository[] }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{t('repositories.title')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('repository.name')}</th>
            <th scope="col">{t('repository.owner')}</th>
            <th scope="col">{t('repository.updated')}</th>
          </tr>
        </thead>
        <tbody>
          {props.repositories.map(repository => (
            <RepositoryRow
              key={`${repository.host} ${formatRepositoryName(repository)}`}
              repository={repository}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
