import { ServiceUnavailableError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { getTranslate } from '../translate';
import { checkServiceName, readNameRules } from './checkServiceName';
import { explainName } from './explainName';
import { ServiceNameField, type ServiceNameOptions } from './ServiceNameField';

/** Refuses the next step for a name that cannot be; a catalog that does not answer refuses nothing. */
export const validateServiceName: CustomFieldValidator<
  string,
  ServiceNameOptions
> = async (value, field, { apiHolder, schema, uiSchema }) => {
  const catalogApi = apiHolder.get(catalogApiRef);
  if (!catalogApi) {
    throw new ServiceUnavailableError('The portal has no catalog to ask');
  }
  const name = value ?? '';
  const verdict = await checkServiceName(name, {
    rules: readNameRules(schema, uiSchema?.['ui:options']?.kind),
    catalogApi,
  });
  const explained = explainName(name, verdict, getTranslate(apiHolder));
  if (explained?.tone === 'bad') {
    field.addError(explained.text);
  }
};

/** `ui:field: ServiceName` */
export const serviceNameFormField = createFormField({
  name: 'ServiceName',
  component: ServiceNameField,
  validation: validateServiceName,
});
