import { InputError } from '@backstage/errors';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { validate } from 'jsonschema';

/** Refuses values that the form of a template would refuse, as the scaffolder does when the task is created. */
export function checkValues(
  values: JsonObject,
  { spec }: TemplateEntityV1beta3,
): void {
  const errors = [spec.parameters ?? []]
    .flat()
    .flatMap(page => validate(values, page).errors);
  if (errors.length > 0) {
    throw new InputError(
      `The form is not complete: ${errors
        .map(({ property, message }) =>
          `${property.replace(/^instance\.?/, '')} ${message}`.trim(),
        )
        .join('; ')}`,
    );
  }
}
