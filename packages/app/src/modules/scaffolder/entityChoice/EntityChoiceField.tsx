import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Select } from '@backstage/ui';
import { AsyncView, useAsyncState } from '@groundwork/ui';
import { FieldStatus } from '../FieldStatus';
import { createTranslations } from '../translation';
import { listChoices, type TemplateFilter } from './listChoices';
import styles from '../Field.module.css';

/** The options of the stock pickers that choose what exists. */
export type EntityChoiceOptions = {
  catalogFilter?: TemplateFilter | TemplateFilter[];
  allowedKinds?: string[];
};

/** Some more than fit into the list without scrolling. */
const SEARCHED_FROM = 8;

/** Stands for no choice in the list of a parameter that may be left out. */
const NONE = '';

/** Chooses an entity that exists. The stock field's list stays open after a choice and hides the rest of the form. */
export function EntityChoiceField(
  props: FieldExtensionComponentProps<string, EntityChoiceOptions> & {
    label: string;
    defaultFilter?: TemplateFilter;
  },
) {
  const { formData, onChange, schema, uiSchema, idSchema, required } = props;
  const { t } = useTranslationRef(createTranslations);
  const catalogApi = useApi(catalogApiRef);
  const { catalogFilter, allowedKinds } = uiSchema['ui:options'] ?? {};
  const filter =
    catalogFilter ??
    (allowedKinds ? { kind: allowedKinds } : props.defaultFilter);
  const key = JSON.stringify(filter);
  const state = useAsyncState(
    () => listChoices(catalogApi, filter),
    [catalogApi, key],
  );
  const statusId = `${idSchema.$id}-status`;
  const missing = formData ? undefined : props.rawErrors?.[0];
  const none = required ? [] : [{ value: NONE, label: t('entityChoice.none') }];

  return (
    <div className={styles.field}>
      <AsyncView subject={t('entityChoice.subject')} state={state}>
        {choices => (
          <Select
            id={idSchema.$id}
            label={schema.title ?? props.label}
            description={uiSchema['ui:description'] ?? schema.description}
            placeholder={
              choices.length > 0
                ? t('entityChoice.placeholder')
                : t('entityChoice.empty')
            }
            options={[...none, ...choices]}
            search={choices.length > SEARCHED_FROM || undefined}
            value={formData ?? (required ? null : NONE)}
            onChange={value => onChange(value ? String(value) : undefined)}
            isRequired={required}
            isDisabled={props.disabled || props.readonly}
            isInvalid={Boolean(missing)}
            aria-describedby={statusId}
          />
        )}
      </AsyncView>
      <FieldStatus id={statusId} tone={missing ? 'bad' : undefined}>
        {missing}
      </FieldStatus>
    </div>
  );
}
