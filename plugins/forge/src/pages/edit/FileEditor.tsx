import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { useState } from 'react';
import { Panel } from '../../components/Panel';
import { PathTrail } from '../../components/PathTrail';
import { useRepository } from '../../components/RepositoryContext';
import { Toolbar } from '../../components/Toolbar';
import { DiffView } from '../../diff/DiffView';
import type { Located } from '../../api/forgeApi';
import { forgeTranslationRef } from '../../translation';
import { diffTexts } from './diffTexts';
import { SubmitEdit } from './SubmitEdit';
import { TextEditor } from './TextEditor';
import { draftKey, useDraft } from './useDraft';
import styles from './FileEditor.module.css';

/** Edits one file: its text, what differs, and how it gets into the repository. */
export function FileEditor(props: { located: Located; original: string }) {
  const { located, original } = props;
  const { path, commit } = located;
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  const [isPreview, setPreview] = useState(false);
  const draft = useDraft(draftKey(repository, located), {
    text: original,
    title: '',
    description: '',
    baseCommit: commit,
    original,
  });
  const { text } = draft.draft;

  return (
    <div className={styles.editor}>
      <Toolbar>
        <PathTrail place={located} />
      </Toolbar>
      {draft.wasRestored && draft.isDirty && (
        <Alert
          status="info"
          icon
          title={t('edit.restored')}
          description={
            draft.draft.baseCommit === commit
              ? undefined
              : t('edit.restoredStale', { branch: located.revision })
          }
          customActions={
            <Button size="small" variant="secondary" onPress={draft.discard}>
              {t('edit.discard')}
            </Button>
          }
        />
      )}
      {isPreview ? (
        <DiffView
          diff={diffTexts({ path, before: draft.draft.original, after: text })}
        />
      ) : (
        <Panel title={path} isFlush>
          <TextEditor
            label={t('edit.editor', { path })}
            help={t('edit.keyboard')}
            value={text}
            onChange={value => draft.update({ text: value })}
          />
        </Panel>
      )}
      <div>
        <Button
          size="small"
          variant="secondary"
          onPress={() => setPreview(!isPreview)}
        >
          {isPreview ? t('edit.back') : t('edit.preview')}
        </Button>
      </div>
      <SubmitEdit located={located} draft={draft} />
    </div>
  );
}
