import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState, useAsyncState } from '@groundwork/ui';
import type { Tree, TreeEntry } from '@groundwork/plugin-forge-common';
import { forgeApiRef, type Located } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { Panel } from '../components/Panel';
import { useRepository } from '../components/RepositoryContext';
import { Markdown } from '../markdown/Markdown';
import { forgeTranslationRef } from '../translation';
import { DirectoryListing } from './DirectoryListing';
import { LastCommit } from './LastCommit';

function findReadme({ entries }: Tree): TreeEntry | undefined {
  return entries.find(
    ({ name, type }) =>
      type === 'file' && /^readme\.(md|markdown)$/i.test(name),
  );
}

function Readme(props: { entry: TreeEntry; revision: string }) {
  const { entry, revision } = props;
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const state = useAsyncState(
    () => forgeApi.getFile({ namespace, name }, { revision, path: entry.path }),
    [forgeApi, namespace, name, revision, entry.path],
  );
  return (
    <Panel title={entry.name}>
      <ForgeAsyncView subject={entry.name} state={state}>
        {file => (
          <Markdown
            text={file.text ?? ''}
            place={{ revision, path: entry.path }}
          />
        )}
      </ForgeAsyncView>
    </Panel>
  );
}

/** A directory: its last commit, what is in it, and its README. */
export function DirectoryView(props: { located: Located }) {
  const { revision, commit, path } = props.located;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const state = useAsyncState(
    () => forgeApi.getTree({ namespace, name }, { revision: commit, path }),
    [forgeApi, namespace, name, commit, path],
  );
  const readme = state.value && findReadme(state.value);
  return (
    <>
      <Panel title={<LastCommit place={{ revision: commit, path }} />} isFlush>
        <ForgeAsyncView
          subject={path || t('subject.files')}
          state={state}
          isEmpty={tree => tree.entries.length === 0}
          empty={
            <EmptyState
              title={t('files.empty')}
              description={t('files.emptyRemedy')}
            />
          }
        >
          {tree => <DirectoryListing tree={tree} revision={revision} />}
        </ForgeAsyncView>
      </Panel>
      {readme && <Readme entry={readme} revision={revision} />}
    </>
  );
}
