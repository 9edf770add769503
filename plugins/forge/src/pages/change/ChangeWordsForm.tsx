import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField, TextField } from '@backstage/ui';
import type { Change } from '@groundwork/plugin-forge-common';
import { useAction } from '@groundwork/ui';
import { useState } from 'react';
import { forgeApiRef } from '../../api/forgeApi';
import { ActionFailure } from '../../components/ActionFailure';
import { Form } from '../../components/Form';
import { Panel } from '../../components/Panel';
import { useRepository } from '../../components/RepositoryContext';
import { forgeTranslationRef } from '../../translation';

/** Changes the title and description of a change. */
export function ChangeWordsForm(props: {
  change: Change;
  onSaved: (change: Change) => void;
  onCancel: () => void;
}) {
  const { change, onSaved, onCancel } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const [title, setTitle] = useState(change.title);
  const [description, setDescription] = useState(change.description);
  const { run, isPending, error } = useAction(async () =>
    onSaved(
      await forgeApi.updateChange(
        { namespace, name, number: change.number },
        { title: title.trim(), description },
      ),
    ),
  );
  return (
    <Panel title={t('change.editWords')}>
      <Form
        onSubmit={() => run()}
        buttons={
          <>
            <Button
              type="submit"
              variant="primary"
              isPending={isPending}
              isDisabled={!title.trim()}
            >
              {t('change.save')}
            </Button>
            <Button variant="secondary" onPress={onCancel}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <TextField
          label={t('change.title')}
          value={title}
          onChange={setTitle}
          isRequired
        />
        <TextAreaField
          label={t('change.description')}
          description={t('change.markdown')}
          value={description}
          onChange={setDescription}
          rows={8}
        />
        {error !== undefined && (
          <ActionFailure title={t('change.saveFailed')} error={error} />
        )}
      </Form>
    </Panel>
  );
}
