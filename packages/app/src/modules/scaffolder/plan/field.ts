import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { PlanField } from './PlanField';

/** `ui:field: Plan`; it has no validation, because a plan that fails must not keep anybody from creating. */
export const planFormField = createFormField({
  name: 'Plan',
  component: PlanField,
});
