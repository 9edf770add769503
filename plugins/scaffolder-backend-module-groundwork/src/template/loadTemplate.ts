import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isTemplateEntityV1beta3,
  type TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';

/** Reads a registered template as somebody who may see it. */
export async function loadTemplate(
  templateRef: string,
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<TemplateEntityV1beta3> {
  const ref = stringifyEntityRef(
    parseEntityRef(templateRef, { defaultKind: 'template' }),
  );
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    throw new NotFoundError(`There is no template ${ref}`);
  }
  if (!isTemplateEntityV1beta3(entity)) {
    throw new InputError(
      `${ref} is no template of scaffolder.backstage.io/v1beta3`,
    );
  }
  return entity;
}

/** The steps as the scaffolder runs them: each has an id. */
export function listSteps({ spec }: TemplateEntityV1beta3) {
  return spec.steps.map((step, index) => ({
    ...step,
    id: step.id ?? `step-${index + 1}`,
    name: step.name ?? step.action,
  }));
}

/** The address that a step fetches, if it does. */
export function readFetchUrl({
  action,
  input,
}: {
  action: string;
  input?: object;
}): { url: string; view: 'blob' | 'tree' } | undefined {
  const url = input && 'url' in input ? input.url : undefined;
  return action.startsWith('fetch:') && typeof url === 'string'
    ? { url, view: action.endsWith(':file') ? 'blob' : 'tree' }
    : undefined;
}
