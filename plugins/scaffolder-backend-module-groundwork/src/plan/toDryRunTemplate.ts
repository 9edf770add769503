import { InputError } from '@backstage/errors';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { findSecretNames } from '../template/findSecretNames';
import { listSteps, readFetchUrl } from '../template/loadTemplate';
import type { TemplateSource } from '../template/TemplateSource';
import { PLAN_OUTPUT, type PlannedEffect } from './PlannedStep';

type Step = ReturnType<typeof listSteps>[number];

/** Actions of this module: they say in a dry run what they would do. */
const OWN_ACTIONS = /^(forge|lineage|pnpm):/;

/**
 * Actions that only touch the workspace.
 *
 * @remarks
 * The dry run is made as the portal, so nothing that acts or reads as somebody may take part in it.
 */
const PURE_ACTIONS = /^(fetch:|fs:|debug:log$|catalog:write$)/;

/** A template for the stock dry run, and what it cannot show. */
export interface DryRunTemplate {
  template: TemplateEntityV1beta3;
  /** The steps that are left out. */
  effects: PlannedEffect[];
  /** A value for each secret that the template mentions. */
  secrets: Record<string, string>;
}

/** Makes a template fit for a dry run that shows what creating from it would do. */
export async function toDryRunTemplate(
  template: TemplateEntityV1beta3,
  source: TemplateSource,
): Promise<DryRunTemplate> {
  const steps = listSteps(template);
  const kept = steps.filter(({ action }) => isPlannable(action));
  const omitted = steps.filter(({ action }) => !isPlannable(action));
  refuseUnknowable(kept, omitted);
  const { secrets: _schema, ...spec } = template.spec;
  return {
    template: {
      ...template,
      spec: {
        ...spec,
        steps: await Promise.all(kept.map(step => pinStep(step, source))),
        output: Object.fromEntries(
          kept
            .filter(({ action }) => OWN_ACTIONS.test(action))
            .map(({ id }) => [
              id,
              `\${{ steps[${JSON.stringify(id)}].output.${PLAN_OUTPUT} }}`,
            ]),
        ),
      },
    },
    effects: omitted.map(({ name, action }) => ({
      title: name,
      description: `By the action ${action}, which a plan does not look into`,
    })),
    secrets: Object.fromEntries(
      findSecretNames(kept).map(name => [name, `placeholder-of-${name}`]),
    ),
  };
}

function isPlannable(action: string): boolean {
  return OWN_ACTIONS.test(action) || PURE_ACTIONS.test(action);
}

/** A plan that shows other files than would be written is worse than none. */
function refuseUnknowable(kept: Step[], omitted: Step[]): void {
  const text = JSON.stringify(kept);
  if (/(?<![.\w])user\s*[.[]/.test(expressionsOf(text))) {
    throw new InputError(
      'The template makes files from who creates them, which a plan cannot show',
    );
  }
  const missing = omitted.find(({ id }) =>
    [`steps.${id}.`, `steps['${id}']`, `steps[\\"${id}\\"]`].some(reference =>
      text.includes(reference),
    ),
  );
  if (missing) {
    throw new InputError(
      `The template goes on with what the step '${missing.name}' gives, which is known only once it runs; a plan cannot show that`,
    );
  }
}

function expressionsOf(text: string): string {
  return [...text.matchAll(/\$\{\{(.*?)\}\}/g)]
    .map(([, expression]) => expression)
    .join('\n');
}

async function pinStep(step: Step, source: TemplateSource): Promise<Step> {
  const fetched = readFetchUrl(step);
  if (!fetched) {
    return step;
  }
  const { url } = await source.pin(fetched.url, fetched.view);
  return { ...step, input: { ...step.input, url } };
}
