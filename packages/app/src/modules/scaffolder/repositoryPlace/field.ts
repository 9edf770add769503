import { ServiceUnavailableError } from '@backstage/errors';
import {
  discoveryApiRef,
  fetchApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { getTranslate } from '../translate';
import {
  checkPlace,
  explainPlace,
  type RepositoryPlaceValue,
} from './checkPlace';
import {
  RepositoryPlaceField,
  type RepositoryPlaceOptions,
} from './RepositoryPlaceField';
import { RepositoryPlaces } from './RepositoryPlaces';

function getPlaces(apiHolder: ApiHolder): RepositoryPlaces {
  const discoveryApi = apiHolder.get(discoveryApiRef);
  const fetchApi = apiHolder.get(fetchApiRef);
  if (!discoveryApi || !fetchApi) {
    throw new ServiceUnavailableError('The portal has no way to ask the forge');
  }
  return RepositoryPlaces.create({ discoveryApi, fetchApi });
}

/** Refuses the next step for a place that cannot be; a forge that does not answer refuses nothing. */
export const validateRepositoryPlace: CustomFieldValidator<
  RepositoryPlaceValue,
  RepositoryPlaceOptions
> = async (value, field, { apiHolder }) => {
  const verdict = await checkPlace(value, getPlaces(apiHolder));
  const { tone, text } = explainPlace(value, verdict, getTranslate(apiHolder));
  if (tone === 'bad') {
    field.addError(text);
  }
};

/** `ui:field: RepositoryPlace` */
export const repositoryPlaceFormField = createFormField({
  name: 'RepositoryPlace',
  component: RepositoryPlaceField,
  validation: validateRepositoryPlace,
});
