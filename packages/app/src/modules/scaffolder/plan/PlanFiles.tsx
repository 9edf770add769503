import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo, useState } from 'react';
import { createTranslations } from '../translation';
import { FileContent } from './FileContent';
import { toFileTree } from './fileTree';
import type { PlannedFile } from './Plan';
import { PlanTree } from './PlanTree';
import styles from './Plan.module.css';

/** Every file of the plan as a tree, and the content of the one that is chosen. */
export function PlanFiles(props: { files: PlannedFile[] }) {
  const { files } = props;
  const { t } = useTranslationRef(createTranslations);
  const [chosen, setChosen] = useState<string>();
  const tree = useMemo(() => toFileTree(files), [files]);
  const file = files.find(({ path }) => path === chosen);

  return (
    <div className={styles.files}>
      <nav className={styles.tree} aria-label={t('plan.files')}>
        <PlanTree {...tree} chosen={chosen} onChoose={setChosen} />
      </nav>
      <div className={styles.content}>
        {file ? (
          <FileContent key={file.path} file={file} />
        ) : (
          <p className={styles.hint}>{t('plan.choose')}</p>
        )}
      </div>
    </div>
  );
}
