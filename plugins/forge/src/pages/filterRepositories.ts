import {
  formatRepositoryName,
  type Repository,
} from '@groundwork/plugin-forge-common';

/** What the reader looks for among the repositories. */
export type RepositoryFilter = {
  text: string;
  namespace?: string;
  isMine: boolean;
  /** The reader and their teams. */
  owners: string[];
};

function compareNames(left: Repository, right: Repository): number {
  return formatRepositoryName(left).localeCompare(
    formatRepositoryName(right),
    'en',
  );
}

/** The repositories that contain every word and fit the other filters, by name. */
export function filterRepositories(
  repositories: Repository[],
  filter: RepositoryFilter,
): Repository[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return repositories
    .filter(repository => {
      const { namespace, owner, description } = repository;
      const searched = `${formatRepositoryName(repository)} ${
        description ?? ''
      }`.toLowerCase();
      return (
        words.every(word => searched.includes(word)) &&
        (!filter.namespace || filter.namespace === namespace) &&
        (!filter.isMine || (owner && filter.owners.includes(owner)))
      );
    })
    .sort(compareNames);
}
