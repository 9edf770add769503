import type { ApiHolder } from '@backstage/core-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  translationApiRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { createTranslations } from './translation';

/** Looks up the words of the Create form. */
export type Translate = TranslationFunction<(typeof createTranslations)['T']>;

/** The words of the Create form where no component is rendered: in a validator. */
export function getTranslate(apiHolder: ApiHolder): Translate {
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(createTranslations);
  if (!snapshot?.ready) {
    throw new ServiceUnavailableError(
      'The words of the form are still being loaded; try again in a moment',
    );
  }
  return snapshot.t;
}
