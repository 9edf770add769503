import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Radio,
  RadioGroup,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { nameOf } from '../../addresses';
import { isConflict } from '../../api/refusals';
import type { Located } from '../../api/forgeApi';
import { ActionFailure } from '../../components/ActionFailure';
import { Form } from '../../components/Form';
import { Panel } from '../../components/Panel';
import { useRepository } from '../../components/RepositoryContext';
import { forgeTranslationRef } from '../../translation';
import type { useDraft } from './useDraft';
import { useSubmitEdit, type Way } from './useSubmitEdit';

function WayChoice(props: {
  branch: string;
  way: Way;
  onChange: (way: Way) => void;
}) {
  const { branch, way, onChange } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <RadioGroup
      label={t('edit.way')}
      value={way}
      onChange={value => onChange(value === 'commit' ? 'commit' : 'propose')}
    >
      <Radio value="propose">{t('edit.propose')}</Radio>
      <Radio value="commit">{t('edit.commit', { branch })}</Radio>
    </RadioGroup>
  );
}

/** Says what the edit is for and sends it off; whatever happens, the text stays. */
export function SubmitEdit(props: {
  located: Located;
  draft: ReturnType<typeof useDraft>;
}) {
  const { located, draft } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const { access } = useRepository();
  const [way, setWay] = useState<Way>(access.propose ? 'propose' : 'commit');
  const submit = useSubmitEdit({ located, draft, way });
  const { text, original, title, description } = draft.draft;
  const defaultTitle = t('edit.defaultTitle', { name: nameOf(located.path) });
  const label =
    way === 'propose'
      ? t('edit.propose')
      : t('edit.commit', { branch: located.revision });
  return (
    <Panel title={t('edit.submit')}>
      <Form
        onSubmit={() => submit.run(title.trim() || defaultTitle)}
        buttons={
          <Button
            type="submit"
            variant="primary"
            isPending={submit.isPending}
            isDisabled={text === original}
          >
            {label}
          </Button>
        }
      >
        <TextField
          label={t('change.title')}
          placeholder={defaultTitle}
          value={title}
          onChange={value => draft.update({ title: value })}
        />
        <TextAreaField
          label={t('change.description')}
          value={description}
          onChange={value => draft.update({ description: value })}
          rows={3}
        />
        {access.propose && access.push && (
          <WayChoice branch={located.revision} way={way} onChange={setWay} />
        )}
        {text === original && (
          <Text as="p" variant="body-small" color="secondary">
            {t('edit.unchanged')}
          </Text>
        )}
        {submit.error !== undefined && (
          <ActionFailure
            title={
              isConflict(submit.error)
                ? t('edit.moved', { branch: located.revision })
                : t('edit.failed')
            }
            error={submit.error}
          />
        )}
      </Form>
    </Panel>
  );
}
