import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import type { FileDiff } from '@groundwork/plugin-forge-common';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useId, useState } from 'react';
import type { ViewType } from 'react-diff-view';
import { forgeTranslationRef } from '../translation';
import { fileAnchor } from './anchor';
import { DiffCounts } from './DiffCounts';
import { Patch } from './Patch';
import styles from './DiffFile.module.css';

function DiffFileBody(props: { file: FileDiff; viewType: ViewType }) {
  const { file, viewType } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  if (file.isBinary) {
    return <p className={styles.note}>{t('diff.binary')}</p>;
  }
  if (file.patch === undefined) {
    return <p className={styles.note}>{t('diff.large')}</p>;
  }
  return <Patch patch={file.patch} path={file.path} viewType={viewType} />;
}

/** What changed in one file; its lines can be folded away. */
export function DiffFile(props: {
  file: FileDiff;
  viewType: ViewType;
  isOpenAtFirst: boolean;
}) {
  const { file, viewType, isOpenAtFirst } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const bodyId = useId();
  return (
    <article className={styles.file} id={fileAnchor(file.path)}>
      <h4 className={styles.head}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? (
            <RiArrowDownSLine size={18} aria-hidden="true" />
          ) : (
            <RiArrowRightSLine size={18} aria-hidden="true" />
          )}
          <span className={styles.path}>
            {file.oldPath && (
              <>
                <span className={styles.oldPath}>{file.oldPath}</span>
                <span aria-hidden="true" className={styles.arrow} />
              </>
            )}
            {file.path}
          </span>
        </button>
        {file.status !== 'modified' && (
          <Badge size="small">{t(`diff.status.${file.status}`)}</Badge>
        )}
        <DiffCounts additions={file.additions} deletions={file.deletions} />
      </h4>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && <DiffFileBody file={file} viewType={viewType} />}
      </div>
    </article>
  );
}
