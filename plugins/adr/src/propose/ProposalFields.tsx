import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  DRAFT_FORMATS,
  type DraftFormat,
  type ProposalPlace,
} from '@groundwork/plugin-adr-common';
import { decisionName } from '../components/DecisionLink';
import { adrTranslationRef } from '../translation';
import { Line, PeopleFields, Prose } from './Fields';
import { OptionFields } from './OptionFields';
import { OutcomeFields } from './OutcomeFields';
import styles from './ProposePage.module.css';
import type { ProposalForm } from './useProposalForm';

function FormatChoice(props: { value: DraftFormat; form: ProposalForm }) {
  const { value, form } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <Select
      label={t('propose.format')}
      options={DRAFT_FORMATS.map(id => ({
        id,
        label: t(`propose.formats.${id}`),
      }))}
      value={value}
      onChange={key =>
        form.update({ format: DRAFT_FORMATS.find(format => format === key) })
      }
    />
  );
}

function SupersedesChoice(props: { place: ProposalPlace; form: ProposalForm }) {
  const { form } = props;
  const { supersedable } = props.place;
  const { t } = useTranslationRef(adrTranslationRef);
  if (supersedable.length === 0) {
    return null;
  }
  return (
    <Select
      selectionMode="multiple"
      label={t('propose.supersedes')}
      description={t('propose.supersedesHelp')}
      placeholder={t('propose.supersedesNone')}
      search={supersedable.length > 8 || undefined}
      options={supersedable.map(decision => ({
        id: decision.id,
        label: decisionName(decision),
      }))}
      value={form.values.supersedes}
      onChange={keys => form.update({ supersedes: keys.map(String) })}
    />
  );
}

/** What a proposal consists of, in the order in which it is thought. */
export function ProposalFields(props: {
  form: ProposalForm;
  format: DraftFormat;
  place: ProposalPlace;
}) {
  const { form, format, place } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <>
      <Line
        form={form}
        name="title"
        label={t('propose.name')}
        help={t('propose.nameHelp')}
        isRequired
      />
      <FormatChoice value={format} form={form} />
      <SupersedesChoice place={place} form={form} />
      <Prose
        form={form}
        name="context"
        label={t('propose.context')}
        help={t('propose.contextHelp')}
        isRequired
      />
      <OptionFields form={form} />
      <OutcomeFields form={form} />
      <Prose
        form={form}
        name="consequences"
        label={t('propose.consequences')}
        help={t('propose.consequencesHelp')}
        rows={3}
      />
      <details className={styles.people}>
        <summary>{t('propose.people')}</summary>
        <div className={styles.fields}>
          <PeopleFields form={form} />
        </div>
      </details>
    </>
  );
}
