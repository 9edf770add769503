import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FileDiff } from '@groundwork/plugin-forge-common';
import { forgeTranslationRef } from '../translation';
import { fileAnchor } from './anchor';
import { DiffCounts } from './DiffCounts';
import styles from './DiffFileList.module.css';

/** The changed files with their counts; each leads to its place further down. */
export function DiffFileList(props: { files: FileDiff[] }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <nav aria-label={t('diff.fileList')}>
      <ul className={styles.list}>
        {props.files.map(file => (
          <li key={file.path} className={styles.item}>
            <a className={styles.link} href={`#${fileAnchor(file.path)}`}>
              {file.path}
            </a>
            <DiffCounts additions={file.additions} deletions={file.deletions} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
