import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { OptionField } from './OptionField';

/** `ui:field: Option`, of a boolean parameter. */
export const optionFormField = createFormField({
  name: 'Option',
  component: OptionField,
});
