import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup, useBreakpoint } from '@backstage/ui';
import { EmptyState } from '@groundwork/ui';
import type { Diff, FileDiff } from '@groundwork/plugin-forge-common';
import { useState } from 'react';
import type { ViewType } from 'react-diff-view';
import { Toolbar } from '../components/Toolbar';
import { forgeTranslationRef } from '../translation';
import { DiffCounts } from './DiffCounts';
import { DiffFile } from './DiffFile';
import { DiffFileList } from './DiffFileList';
import styles from './DiffView.module.css';

/** Changed lines that are laid out at once; files beyond them open on request. */
const OPEN_LINES = 1_500;

/** The files that are open at first, from the top down. */
export function openAtFirst(files: FileDiff[]): Set<string> {
  const open = new Set<string>();
  let lines = 0;
  for (const { path, additions, deletions } of files) {
    lines += additions + deletions;
    if (lines > OPEN_LINES) break;
    open.add(path);
  }
  return open;
}

function sum(files: FileDiff[], count: 'additions' | 'deletions'): number {
  return files.reduce((total, file) => total + file[count], 0);
}

/** What changed, file by file, side by side or in one column. */
export function DiffView(props: { diff: Diff }) {
  const { files, omittedFiles } = props.diff;
  const { t } = useTranslationRef(forgeTranslationRef);
  const isNarrow = useBreakpoint().down('md');
  const [chosen, setChosen] = useState<ViewType>();
  const viewType = chosen ?? (isNarrow ? 'unified' : 'split');
  const open = openAtFirst(files);
  if (!files.length) {
    return (
      <EmptyState title={t('diff.none')} description={t('diff.noneReason')} />
    );
  }
  return (
    <section className={styles.diff} aria-label={t('diff.title')}>
      <Toolbar
        actions={
          <ToggleButtonGroup
            aria-label={t('diff.layout')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[viewType]}
            onSelectionChange={keys =>
              setChosen([...keys][0] === 'split' ? 'split' : 'unified')
            }
          >
            <ToggleButton id="split">{t('diff.split')}</ToggleButton>
            <ToggleButton id="unified">{t('diff.unified')}</ToggleButton>
          </ToggleButtonGroup>
        }
      >
        <span className={styles.summary}>
          {t('diff.files', { count: files.length + omittedFiles })}
          <DiffCounts
            additions={sum(files, 'additions')}
            deletions={sum(files, 'deletions')}
          />
        </span>
      </Toolbar>
      {files.length > 1 && <DiffFileList files={files} />}
      {files.map(file => (
        <DiffFile
          key={file.path}
          file={file}
          viewType={viewType}
          isOpenAtFirst={open.has(file.path)}
        />
      ))}
      {omittedFiles > 0 && (
        <p className={styles.omitted}>
          {t('diff.omitted', { count: omittedFiles })}
        </p>
      )}
    </section>
  );
}
