import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { EmptyState, useAsyncState } from '@groundwork/ui';
import type { RepositoryFile } from '@groundwork/plugin-forge-common';
import { useState, type ReactNode } from 'react';
import { forgeApiRef, type Located } from '../api/forgeApi';
import { CodeView } from '../code/CodeView';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { Panel } from '../components/Panel';
import { useRepository } from '../components/RepositoryContext';
import { Markdown } from '../markdown/Markdown';
import { isImagePath, RepositoryImage } from '../markdown/RepositoryImage';
import { forgeTranslationRef } from '../translation';
import { DownloadButton } from './DownloadButton';
import { formatSize } from './formatSize';
import { LastCommit } from './LastCommit';
import styles from './FileView.module.css';

type FileProps = { file: RepositoryFile; located: Located };

function Unshown(props: { title: string; located: Located }) {
  const { commit, path } = props.located;
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <div className={styles.unshown}>
      <EmptyState
        title={props.title}
        description={t('files.unshown')}
        action={<DownloadButton place={{ revision: commit, path }} />}
      />
    </div>
  );
}

function FileContent(props: FileProps & { isSource: boolean }) {
  const { file, located, isSource } = props;
  const { commit, path, revision } = located;
  const { t } = useTranslationRef(forgeTranslationRef);
  if (isImagePath(path)) {
    return (
      <div className={styles.image}>
        <RepositoryImage place={{ revision: commit, path }} alt={path} />
      </div>
    );
  }
  if (file.isBinary) {
    return <Unshown title={t('files.binary')} located={located} />;
  }
  if (file.text === undefined) {
    return <Unshown title={t('files.large')} located={located} />;
  }
  if (file.text === '') {
    return <p className={styles.note}>{t('files.emptyFile')}</p>;
  }
  return isSource ? (
    <CodeView text={file.text} path={path} />
  ) : (
    <div className={styles.document}>
      <Markdown text={file.text} place={{ revision, path }} />
    </div>
  );
}

function lineCountOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function FilePanel(props: FileProps) {
  const { file, located } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const isMarkdown =
    /\.(md|markdown)$/i.test(located.path) && file.text !== undefined;
  const [shown, setShown] = useState(
    isMarkdown && !window.location.hash.startsWith('#L')
      ? 'rendered'
      : 'source',
  );
  const toggle: ReactNode = isMarkdown && (
    <ToggleButtonGroup
      aria-label={t('files.shownAs')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={keys => setShown(String([...keys][0]))}
    >
      <ToggleButton id="rendered">{t('files.rendered')}</ToggleButton>
      <ToggleButton id="source">{t('files.source')}</ToggleButton>
    </ToggleButtonGroup>
  );
  return (
    <Panel
      isFlush
      title={<LastCommit place={{ ...located, revision: located.commit }} />}
      actions={
        <>
          <span className={styles.size}>
            {file.text && (
              <span>{t('files.lines', { count: lineCountOf(file.text) })}</span>
            )}
            <span>{formatSize(file.size)}</span>
          </span>
          {toggle}
        </>
      }
    >
      <FileContent {...props} isSource={shown === 'source'} />
    </Panel>
  );
}

/** A file: its text, its rendering, its picture, or why it is not shown. */
export function FileView(props: { located: Located }) {
  const { located } = props;
  const { commit, path } = located;
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const state = useAsyncState(
    () => forgeApi.getFile({ namespace, name }, { revision: commit, path }),
    [forgeApi, namespace, name, commit, path],
  );
  return (
    <ForgeAsyncView subject={path} state={state}>
      {file => (
        <FilePanel key={`${commit}:${path}`} file={file} located={located} />
      )}
    </ForgeAsyncView>
  );
}
