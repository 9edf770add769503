import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { Parameters } from './Parameters';

/** A template and the directory that its relative addresses start from. */
export interface Template {
  name: string;
  entity: TemplateEntityV1beta3;
  parameters: Parameters;
}

/** One step of a template that fetches a layer. */
export interface LayerStep {
  id: string;
  /** Below the templates' directory, such as `layers/ci`. */
  layer: string;
  values: Record<string, unknown>;
}

/** The steps that fetch a layer, in their order. */
export function listLayerSteps({ entity }: Template): LayerStep[] {
  return entity.spec.steps.flatMap((step, index) => {
    const { url, values } = step.input ?? {};
    return step.action === 'fetch:template' && typeof url === 'string'
      ? [
          {
            id: step.id ?? `step-${index + 1}`,
            layer: url.replace(/^\.\//, ''),
            values: isRecord(values) ? values : {},
          },
        ]
      : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
