import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useId } from 'react';
import { adrTranslationRef } from '../translation';
import type { OptionValues } from './formValues';
import styles from './OptionFields.module.css';
import type { ProposalForm } from './useProposalForm';

function OptionItem(props: {
  option: OptionValues;
  number: string;
  onChange: (option: OptionValues) => void;
  onRemove: () => void;
}) {
  const { option, number, onChange, onRemove } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <li className={styles.option}>
      <div className={styles.name}>
        <TextField
          className={styles.field}
          label={t('propose.option', { number })}
          value={option.name}
          onChange={name => onChange({ ...option, name })}
        />
        <Button
          variant="tertiary"
          aria-label={t('propose.removeOption', { number })}
          iconStart={<RiDeleteBinLine size={16} />}
          onPress={onRemove}
        />
      </div>
      <TextAreaField
        label={t('propose.optionNotes', { number })}
        rows={2}
        value={option.notes}
        onChange={notes => onChange({ ...option, notes })}
      />
    </li>
  );
}

/** The choice moves with its option, and ends with it. */
function chosenWithout(chosen: number | undefined, removed: number) {
  if (chosen === undefined || chosen === removed) return undefined;
  return chosen > removed ? chosen - 1 : chosen;
}

/** What was considered, each with what speaks for it and against it. */
export function OptionFields(props: { form: ProposalForm }) {
  const { values, update } = props.form;
  const { options, chosen } = values;
  const { t } = useTranslationRef(adrTranslationRef);
  const id = useId();
  return (
    <fieldset className={styles.options} aria-describedby={id}>
      <legend>{t('propose.options')}</legend>
      <p id={id} className={styles.help}>
        {t('propose.optionsHelp')}
      </p>
      {options.length > 0 && (
        <ol className={styles.list}>
          {options.map((option, index) => (
            <OptionItem
              key={index}
              option={option}
              number={String(index + 1)}
              onChange={next =>
                update({
                  options: options.map((old, i) => (i === index ? next : old)),
                })
              }
              onRemove={() =>
                update({
                  options: options.filter((_, i) => i !== index),
                  chosen: chosenWithout(chosen, index),
                })
              }
            />
          ))}
        </ol>
      )}
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiAddLine size={16} />}
        onPress={() =>
          update({ options: [...options, { name: '', notes: '' }] })
        }
      >
        {t('propose.addOption')}
      </Button>
    </fieldset>
  );
}
