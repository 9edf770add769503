import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { adrTranslationRef } from '../translation';
import { Prose } from './Fields';
import { namedOptions } from './formValues';
import type { ProposalForm } from './useProposalForm';

/** What is decided: one of the options and why, or words where there are no options. */
export function OutcomeFields(props: { form: ProposalForm }) {
  const { form } = props;
  const { options, chosen } = form.values;
  const { t } = useTranslationRef(adrTranslationRef);
  if (namedOptions(form.values).length === 0) {
    return (
      <Prose
        form={form}
        name="outcome"
        label={t('propose.outcome')}
        help={t('propose.outcomeHelp')}
        isRequired
      />
    );
  }
  return (
    <>
      <Select
        label={t('propose.chosen')}
        isRequired
        options={options.flatMap(({ name }, index) =>
          name.trim() ? [{ id: String(index), label: name }] : [],
        )}
        value={chosen === undefined ? null : String(chosen)}
        onChange={key =>
          form.update({ chosen: key === null ? undefined : Number(key) })
        }
      />
      <Prose
        form={form}
        name="reason"
        label={t('propose.reason')}
        help={t('propose.reasonHelp')}
        rows={3}
      />
    </>
  );
}
