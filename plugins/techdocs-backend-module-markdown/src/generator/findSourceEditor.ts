import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';
import { EDIT_PATH } from '@groundwork/docs-engine';

/** The address at which files of a source are edited, with a placeholder for the file, where its host has an editor. */
export function findSourceEditor(
  location: ParsedLocationAnnotation | undefined,
  integrations: ScmIntegrationRegistry,
): string | undefined {
  if (location?.type !== 'url') {
    return undefined;
  }
  const integration = integrations.byUrl(location.target);
  const base = location.target.replace(/\/*$/, '/');
  const file = integration?.resolveUrl({ url: `./${EDIT_PATH}`, base });
  return file && integration?.resolveEditUrl(file);
}
