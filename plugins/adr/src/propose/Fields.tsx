import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import { adrTranslationRef } from '../translation';
import type { TextFieldName } from './formValues';
import type { ProposalForm } from './useProposalForm';

type FieldProps = {
  form: ProposalForm;
  name: TextFieldName;
  label: string;
  help?: string;
  isRequired?: boolean;
};

/** One line of the form. */
export function Line(props: FieldProps) {
  const { form, name, label, help, isRequired } = props;
  return (
    <TextField
      label={label}
      description={help}
      isRequired={isRequired}
      value={form.values[name]}
      onChange={value => form.update({ [name]: value })}
    />
  );
}

/** Several lines of the form, in Markdown. */
export function Prose(props: FieldProps & { rows?: number }) {
  const { form, name, label, help, isRequired, rows = 5 } = props;
  return (
    <TextAreaField
      label={label}
      description={help}
      isRequired={isRequired}
      rows={rows}
      value={form.values[name]}
      onChange={value => form.update({ [name]: value })}
    />
  );
}

/** Who takes part, and what the decision is about besides. */
export function PeopleFields(props: { form: ProposalForm }) {
  const { form } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <>
      <Line
        form={form}
        name="decisionMakers"
        label={t('propose.decisionMakers')}
        help={t('propose.peopleHelp')}
      />
      <Line form={form} name="consulted" label={t('propose.consulted')} />
      <Line form={form} name="informed" label={t('propose.informed')} />
      <Line
        form={form}
        name="tags"
        label={t('propose.tags')}
        help={t('propose.tagsHelp')}
      />
      <Line
        form={form}
        name="affects"
        label={t('propose.affects')}
        help={t('propose.affectsHelp')}
      />
    </>
  );
}
