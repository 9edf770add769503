import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import type { Tree, TreeEntry } from '@groundwork/plugin-forge-common';
import {
  RiCornerLeftUpLine,
  RiFileLine,
  RiFolderFill,
  RiGitRepositoryLine,
  RiLink,
} from '@remixicon/react';
import { directoryOf, viewPath } from '../addresses';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import { formatSize } from './formatSize';
import styles from './DirectoryListing.module.css';

const ICONS: Record<TreeEntry['type'], JSX.Element> = {
  directory: <RiFolderFill size={16} className={styles.folder} />,
  file: <RiFileLine size={16} />,
  symlink: <RiLink size={16} />,
  submodule: <RiGitRepositoryLine size={16} />,
};

/** Directories first, then by name as people read it. */
function compareEntries(left: TreeEntry, right: TreeEntry): number {
  const rank = ({ type }: TreeEntry) => (type === 'directory' ? 0 : 1);
  return (
    rank(left) - rank(right) ||
    left.name.localeCompare(right.name, 'en', { numeric: true })
  );
}

function EntryRow(props: { entry: TreeEntry; revision: string }) {
  const { entry, revision } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  const view = entry.type === 'directory' ? 'tree' : 'blob';
  return (
    <tr className={styles.row}>
      <th scope="row">
        <span className={styles.name}>
          <span
            className={styles.icon}
            role="img"
            aria-label={t(`files.types.${entry.type}`)}
          >
            {ICONS[entry.type]}
          </span>
          {entry.type === 'submodule' ? (
            <span>{entry.name}</span>
          ) : (
            <Link
              href={viewPath(repository, view, revision, entry.path)}
              standalone
            >
              {entry.name}
            </Link>
          )}
        </span>
      </th>
      <td className={styles.size}>
        {entry.size === undefined ? '' : formatSize(entry.size)}
      </td>
    </tr>
  );
}

/** What is in a directory. */
export function DirectoryListing(props: { tree: Tree; revision: string }) {
  const { tree, revision } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  return (
    <table className={styles.listing}>
      <caption>
        <VisuallyHidden>
          {t('files.caption', { path: tree.path || repository.name })}
        </VisuallyHidden>
      </caption>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{t('files.name')}</th>
          <th scope="col">{t('files.size')}</th>
        </tr>
      </thead>
      <tbody>
        {tree.path && (
          <tr className={styles.row}>
            <th scope="row" colSpan={2}>
              <span className={styles.name}>
                <span className={styles.icon} aria-hidden="true">
                  <RiCornerLeftUpLine size={16} />
                </span>
                <Link
                  href={viewPath(
                    repository,
                    'tree',
                    revision,
                    directoryOf(tree.path),
                  )}
                  standalone
                >
                  {t('files.up')}
                </Link>
              </span>
            </th>
          </tr>
        )}
        {[...tree.entries].sort(compareEntries).map(entry => (
          <EntryRow key={entry.path} entry={entry} revision={revision} />
        ))}
      </tbody>
    </table>
  );
}
