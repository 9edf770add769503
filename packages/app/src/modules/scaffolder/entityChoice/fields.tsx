import { ServiceUnavailableError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type {
  CustomFieldValidator,
  FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { getTranslate } from '../translate';
import { createTranslations } from '../translation';
import {
  EntityChoiceField,
  type EntityChoiceOptions,
} from './EntityChoiceField';

type FieldProps = FieldExtensionComponentProps<string, EntityChoiceOptions>;

/** Refuses an entity that is not there, such as one from an old link; a catalog that does not answer refuses nothing. */
export const validateEntityChoice: CustomFieldValidator<
  string,
  EntityChoiceOptions
> = async (entityRef, field, { apiHolder }) => {
  const catalogApi = apiHolder.get(catalogApiRef);
  if (!catalogApi) {
    throw new ServiceUnavailableError('The portal has no catalog to ask');
  }
  if (!entityRef) {
    return;
  }
  const found = await catalogApi
    .getEntitiesByRefs({ entityRefs: [entityRef], fields: ['kind'] })
    .then(
      ({ items }) => items[0] !== undefined,
      () => true,
    );
  if (!found) {
    field.addError(
      getTranslate(apiHolder)('entityChoice.missing', { entityRef }),
    );
  }
};

function OwnerField(props: FieldProps) {
  const { t } = useTranslationRef(createTranslations);
  return (
    <EntityChoiceField
      {...props}
      label={t('entityChoice.owner')}
      defaultFilter={{ kind: ['Group', 'User'] }}
    />
  );
}

function EntityField(props: FieldProps) {
  const { t } = useTranslationRef(createTranslations);
  return <EntityChoiceField {...props} label={t('entityChoice.entity')} />;
}

/** `ui:field: OwnerChoice`, of owners that exist. */
export const ownerFormField = createFormField({
  name: 'OwnerChoice',
  component: OwnerField,
  validation: validateEntityChoice,
});

/** `ui:field: EntityChoice`, of entities that exist. */
export const entityFormField = createFormField({
  name: 'EntityChoice',
  component: EntityField,
  validation: validateEntityChoice,
});
