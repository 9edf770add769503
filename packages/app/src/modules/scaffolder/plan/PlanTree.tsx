import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiFile3Line, RiFolder3Fill } from '@remixicon/react';
import { createTranslations } from '../translation';
import type { PlanDirectory } from './fileTree';
import { formatSize } from './formatSize';
import type { PlannedFile } from './Plan';
import styles from './PlanTree.module.css';

/** A directory folds, a file opens. */
type TreeProps = Pick<PlanDirectory, 'directories' | 'files'> & {
  chosen?: string;
  onChoose: (path: string) => void;
};

function FileButton(props: {
  file: PlannedFile;
  isChosen: boolean;
  onChoose: (path: string) => void;
}) {
  const { file, isChosen, onChoose } = props;
  const { t } = useTranslationRef(createTranslations);
  return (
    <button
      type="button"
      className={styles.entry}
      aria-pressed={isChosen}
      onClick={() => onChoose(file.path)}
    >
      <RiFile3Line className={styles.icon} size={16} aria-hidden="true" />
      <span className={styles.name}>
        {file.path.slice(file.path.lastIndexOf('/') + 1)}
      </span>
      <span className={styles.size}>
        {file.isExecutable && `${t('plan.executable')}, `}
        {formatSize(file.size)}
      </span>
    </button>
  );
}

/** One level of the tree, and those below it. */
export function PlanTree(props: TreeProps) {
  const { directories, files, chosen, onChoose } = props;
  return (
    <ul className={styles.level}>
      {directories.map(directory => (
        <li key={directory.path}>
          <details open>
            <summary className={styles.entry}>
              <RiFolder3Fill
                className={styles.icon}
                size={16}
                aria-hidden="true"
              />
              <span className={styles.name}>{directory.name}</span>
            </summary>
            <PlanTree
              directories={directory.directories}
              files={directory.files}
              chosen={chosen}
              onChoose={onChoose}
            />
          </details>
        </li>
      ))}
      {files.map(file => (
        <li key={file.path}>
          <FileButton
            file={file}
            isChosen={file.path === chosen}
            onChoose={onChoose}
          />
        </li>
      ))}
    </ul>
  );
}
