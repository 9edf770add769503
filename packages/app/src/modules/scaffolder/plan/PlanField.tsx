import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Alert, Text } from '@backstage/ui';
import { useId } from 'react';
import { useParams } from 'react-router-dom';
import { createTranslations } from '../translation';
import { isComplete } from './isComplete';
import { PlanState } from './PlanState';
import { usePlan } from './usePlan';
import styles from './Plan.module.css';

/** What the form holds but the plan field itself, which has nothing to submit. */
function valuesWithout(
  formData: Record<string, unknown>,
  parameter: string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(formData).filter(([name]) => name !== parameter),
  );
}

/** Shows on the last step what Create would do with the values of all steps. */
export function PlanField(props: FieldExtensionComponentProps<undefined>) {
  const { name, formContext, schema, registry } = props;
  const { t } = useTranslationRef(createTranslations);
  const { namespace, templateName } = useParams();
  const templateRef =
    namespace && templateName
      ? `template:${namespace}/${templateName}`
      : undefined;
  const values = valuesWithout(formContext?.formData ?? {}, name);
  // The other fields of the step may still be working out what they begin with.
  const canPlan = isComplete(registry.rootSchema, values);
  const state = usePlan(templateRef, canPlan ? values : undefined);
  const titleId = useId();

  return (
    <section className={styles.plan} aria-labelledby={titleId}>
      <Text as="h3" variant="title-x-small" weight="bold" id={titleId}>
        {schema.title ?? t('plan.title')}
      </Text>
      <Text as="p" color="secondary">
        {schema.description ?? t('plan.lead')}
      </Text>
      {!templateRef && <Alert status="info" icon title={t('plan.outside')} />}
      {templateRef && !canPlan && (
        <Text as="p" color="secondary">
          {t('plan.incomplete')}
        </Text>
      )}
      {templateRef && canPlan && <PlanState state={state} />}
    </section>
  );
}
