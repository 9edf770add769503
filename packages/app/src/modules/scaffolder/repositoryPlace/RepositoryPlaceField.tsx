import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import { createTranslations } from '../translation';
import type { RepositoryPlaceValue } from './checkPlace';
import { PlaceInputs } from './PlaceInputs';
import { useRepositoryPlaces } from './useRepositoryPlaces';
import styles from '../Field.module.css';

/** Options of the field in a template. */
export type RepositoryPlaceOptions = {
  /** The parameter that names the repository until somebody changes it; `name` when absent. */
  nameFrom?: string;
};

/** Asks where a repository is created and what it is called, and says whether that can be. */
export function RepositoryPlaceField(
  props: FieldExtensionComponentProps<
    RepositoryPlaceValue,
    RepositoryPlaceOptions
  >,
) {
  const { t } = useTranslationRef(createTranslations);
  const places = useRepositoryPlaces();
  const state = useAsyncState(() => places.listNamespaces(), [places]);
  const { uiSchema, formContext } = props;
  const nameFrom = uiSchema['ui:options']?.nameFrom ?? 'name';
  const suggestion: unknown = formContext?.formData?.[nameFrom];

  return (
    <div className={styles.field}>
      <AsyncView
        subject={t('place.subject')}
        state={state}
        isEmpty={namespaces => namespaces.length === 0}
        empty={
          <EmptyState
            title={t('place.none')}
            description={t('place.noneRemedy')}
          />
        }
      >
        {namespaces => (
          <PlaceInputs
            id={props.idSchema.$id}
            title={props.schema.title ?? t('place.title')}
            description={uiSchema['ui:description'] ?? props.schema.description}
            namespaces={namespaces}
            suggestion={typeof suggestion === 'string' ? suggestion : ''}
            value={props.formData}
            onChange={props.onChange}
            isDisabled={props.disabled || props.readonly}
          />
        )}
      </AsyncView>
    </div>
  );
}
